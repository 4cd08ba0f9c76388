# 为什么合适：全部出自双方原话。

reason-they-give = 对方提供“{ $offer }”，贵司需要“{ $need }”。
reason-they-give-named = 对方提供{ $what }（原话：“{ $offer }”），贵司需要“{ $need }”。
reason-they-give-demand = 贵司在找“{ $need }”，对方自述“{ $offer }”。
reason-we-give = 对方需要“{ $need }”，贵司提供“{ $offer }”。
reason-we-give-named = 对方需要{ $what }（原话：“{ $need }”），贵司提供“{ $offer }”。
reason-we-give-demand = 对方在找“{ $need }”，贵司自述“{ $offer }”。
reason-more = 另外：{ $links }。
reason-more-link = “{ $need }”对“{ $offer }”
reason-for-you = 对贵司：{ $text }
reason-for-them = 对对方：{ $text }
reason-one-way = 目前只有单方受益：对方的需求里还没有贵司能提供的。
reason-one-way-them = 目前只有单方受益：对方能提供的里还没有贵司需要的。
reason-ask-first = 建议先问清：{ $text }
reason-about = 对方情况：{ $facts }。
reason-none = 双方所写的内容还不够贴近，说不出可靠的理由。
reason-city = { $city }
reason-headcount = 约{ $count }人
reason-customers = 自述在用客户{ $count }家
reason-certificates = 自述持有{ $names }

nameless-firm = { $country ->
    [IN] 一家印度企业
    [CN] 一家中国企业
   *[other] 一家企业
}
nameless-facts = { $firm }：{ $facts }。
nameless-offers = 能提供：{ $texts }。
nameless-needs = 在找：{ $texts }。
nameless-quote = “{ $text }”
nameless-named = { $what }（“{ $text }”）

caution-middleman-we = 贵司不要中间商（“{ $wish }”），而对方自述“{ $quote }”。
caution-middleman-they = 对方不要中间商（“{ $wish }”），而贵司自述“{ $quote }”。
caution-installation-we = 贵司要求包安装（“{ $wish }”），而对方写明“{ $quote }”。
caution-installation-they = 对方要求包安装（“{ $wish }”），而贵司写明“{ $quote }”。
caution-data-we = 贵司数据不能外流（“{ $wish }”），而对方写明“{ $quote }”。
caution-data-they = 对方数据不能外流（“{ $wish }”），而贵司写明“{ $quote }”。
caution-place-we = 贵司数据不能外流（“{ $wish }”），而对方希望把数据发过去处理。
caution-place-they = 对方数据不能外流（“{ $wish }”），而贵司希望把数据发过来处理。
caution-data-ask-we = 贵司数据不能外流（“{ $wish }”），对方打算怎么处理？
caution-data-ask-they = 对方数据不能外流（“{ $wish }”），贵司打算怎么处理？
caution-certificate-missing-we = 贵司要求{ $certificate }（“{ $wish }”），对方目前没有。
caution-certificate-missing-they = 对方要求{ $certificate }（“{ $wish }”），贵司目前没有。
caution-certificate-ask-we = 贵司要求{ $certificate }（“{ $wish }”），对方没说有没有。
caution-certificate-ask-they = 对方要求{ $certificate }（“{ $wish }”），贵司没说有没有。
caution-budget-we = 贵司预算（“{ $wish }”）明显低于对方的“{ $quote }”。
caution-budget-they = 对方预算（“{ $wish }”）明显低于贵司的“{ $quote }”。
caution-wish-they = 对方有个条件：“{ $wish }”。

empty-country = 请先告诉我贵司在中国还是印度，我才能到对面去找。
empty-all-shown = 合适的都已经给您看过了，有新的我再告诉您。
empty-conditions = 有{ $count }家本来合适，但被某一方的条件挡住了。放宽一个条件最有用。
empty-add-offer = 请说说贵司能提供什么，这样也能找到正在找它的企业。
empty-add-need = 请说说贵司需要什么，这样也能找到能提供的企业。
empty-say-more = 有一点能帮上忙：把需求说得更具体些，比如品类、规格或标准。
