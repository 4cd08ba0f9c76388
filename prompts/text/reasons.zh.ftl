# 为什么合适：全部出自双方原话。外文原话后面用读者的语言点明是什么。

thing-quoted = “{ $text }”
thing-named-quoted = “{ $text }”（{ $what }）
thing-about-quoted = “{ $text }”（与{ $what }有关）
thing-named = { $what }

reason-they-give = 贵司需要{ $need }，对方能提供{ $offer }。
reason-they-give-demand = 贵司在找{ $need }，对方介绍自己做的是{ $offer }。
reason-we-give = 对方需要{ $need }，贵司能提供{ $offer }。
reason-we-give-demand = 对方在找{ $need }，贵司介绍自己做的是{ $offer }。
reason-for-you = 贵司的好处：{ $text }
reason-for-them = 对方的好处：{ $text }
reason-one-way = 目前只对一方有利：对方的需求里，还没有贵司能提供的。
reason-one-way-them = 目前只对一方有利：对方能提供的，还没有贵司需要的。
reason-about = 对方自述：{ $facts }。
reason-none = 双方写的内容还不够对得上，说不出可靠的理由。
reason-city = 位于{ $city }
reason-headcount = { $count }人
reason-customers = 在用客户{ $count }家
reason-certificates = 持有{ $names }

nameless-firm = { $country ->
    [IN] 一家印度企业
    [CN] 一家中国企业
   *[other] 一家企业
}
nameless-facts = { $firm }：{ $facts }。
nameless-alone = { $firm }。
between-facts = ，
between-items = ；
nameless-offers = 能提供：{ $texts }。
nameless-needs = 在找：{ $texts }。

caution-middleman-we = 这一点有冲突：贵司不要中间商（“{ $wish }”），对方写的是“{ $quote }”。
caution-middleman-they = 这一点有冲突：对方不要中间商（“{ $wish }”），贵司写的是“{ $quote }”。
caution-excluded-we = 这一点有冲突：贵司写明“{ $wish }”，对方写的是“{ $quote }”。
caution-excluded-they = 这一点有冲突：对方写明“{ $wish }”，贵司写的是“{ $quote }”。
caution-same = 先想清楚怎么合作：双方卖的是同类产品，贵司写“{ $wish }”，对方写“{ $quote }”。
caution-installation-we = 先问清谁来安装：贵司要求“{ $wish }”，对方写明“{ $quote }”。
caution-installation-they = 先谈清谁来安装：对方要求“{ $wish }”，贵司写明“{ $quote }”。
caution-data-we = 先问清数据放在哪里：贵司写明“{ $wish }”，对方写的是“{ $quote }”。
caution-data-they = 先谈清数据放在哪里：对方写明“{ $wish }”，贵司写的是“{ $quote }”。
caution-place-we = 先问清数据放在哪里：贵司写明“{ $wish }”，对方要数据能外发才能做。
caution-place-they = 先谈清数据放在哪里：对方写明“{ $wish }”，贵司要数据能外发才能做。
caution-data-ask-we = 先问清对方怎么处理贵司的数据：贵司写明“{ $wish }”。
caution-data-ask-they = 先想好怎么处理对方的数据：对方写明“{ $wish }”。
caution-certificate-missing-we = 先问清{ $certificate }：贵司有要求（“{ $wish }”），对方目前没有。
caution-certificate-missing-they = 对方可能会问{ $certificate }：对方有要求（“{ $wish }”），贵司目前没有。
caution-certificate-ask-we = 先问清{ $certificate }：贵司有要求（“{ $wish }”），对方没写有没有。
caution-certificate-ask-they = 对方可能会问{ $certificate }：对方有要求（“{ $wish }”），贵司没写有没有。
caution-budget-we = 先问清价格：贵司的上限（“{ $wish }”）明显低于对方的“{ $quote }”。
caution-budget-they = 先谈清价格：对方的上限（“{ $wish }”）明显低于贵司的“{ $quote }”。
caution-volume-we = 先问清数量：贵司写的是“{ $wish }”，对方起订是“{ $quote }”。
caution-volume-they = 先谈清数量：对方写的是“{ $wish }”，贵司起订是“{ $quote }”。
caution-language-we = 先问清语言：贵司要求“{ $wish }”，对方写的是“{ $quote }”。
caution-language-they = 先谈清语言：对方要求“{ $wish }”，贵司写的是“{ $quote }”。
caution-condition-we = 先问问对方能不能接受贵司的条件：“{ $wish }”。
caution-condition-they = 对方有个条件：“{ $wish }”。

empty-country = 请先告诉我贵司在中国还是印度，我才能到对面去找。
empty-all-shown = 合适的都已经给您看过了，有新的我再告诉您。
empty-conditions = 有{ $count }家本来合适，但被某一方的条件挡住了。放宽一个条件最有用。
empty-add-offer = 请说说贵司能提供什么，这样也能找到正在找它的企业。
empty-add-need = 请说说贵司需要什么，这样也能找到能提供的企业。
empty-say-more = 有一点能帮上忙：把需求说得更具体些，比如品类、规格或标准。
