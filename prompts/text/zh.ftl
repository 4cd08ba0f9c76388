# 人读到的每一句话，简体中文。要短：一屏手机。

language-name = 中文

## 开场与同意
welcome = 您好，我是“机遇广场”的AI助手（以下内容由AI生成）。请告诉我贵司能提供什么、需要什么，我来推荐对方国家（印度或中国）的合作伙伴，并说明理由。约5分钟，可随时停下，也可随时转人工。可用中文、English 或 हिन्दी。目前不会向任何人展示。
welcome-back = 欢迎回来。上次说到：{ $what }。{ $total }项已完成{ $known }项，之前的内容都在。
consent-keep = 第一项：可以保存您的回答，用来寻找合作伙伴吗？您可随时查看或删除。
consent-show_abroad = 第二项，单独选择：可以把不含公司名和联系方式的简介译成外文，给对方国家的企业和工作人员看吗？不同意也可继续，由我方工作人员代您询问。
kept = 谢谢，您的回答已保存。
declined = 好的，您说的内容我都不保存。这样无法为您匹配伙伴，但我可以回答问题，也可以转人工。
abroad-yes = 已记录：匿名简介可在境外展示，您可随时撤回。
abroad-no = 已记录：不在境外展示，由工作人员代您询问。
preview = 对方看到的是：{ $text }
matches-early = 您确认之后，马上推荐伙伴。

tap-keep = 同意保存
tap-no-keep = 不同意
tap-abroad = 同意境外展示
tap-not-abroad = 暂不境外展示
tap-preview = 看看简介
tap-ask_data = 保存哪些信息？
tap-human = 转人工

## 听到的内容
told = 已记下：{ $items }。
told-draft = 已读到：{ $items }。尚未保存。
told-offer = 提供：{ $text }
told-need = 需要：{ $text }
changed = 已改{ $what }：{ $old } → { $new }。
removed = 已去掉：{ $text }。
known-already = 这一点已经记下了。
undone = 已撤销，恢复原样。
undo-nothing = 没有可撤销的内容。
unsaid = 未填
tap-undo = 撤销

kind-name = 公司名
kind-city = 所在城市
kind-country = 国家
kind-headcount = 人数
kind-customers = 在用客户
kind-certificate = 证书
kind-payer = 付款方
kind-budget = 预算
kind-start = 开始时间
kind-data_place = 数据处理方式
kind-partnership = 合作形式
kind-exclusion = 不要
kind-requirement = 要求

fact-headcount = { $count }人
fact-customers = { $count }家在用客户
fact-budget = 预算{ $value }
fact-start = 开始：{ $value }
fact-exclusion = 不要：{ $value }
fact-requirement = 必须：{ $value }
certificate-held = { $name }
certificate-applying = { $name }（申请中）
certificate-not_held = 无{ $name }
country-IN = 印度
country-CN = 中国
currency-INR = 卢比（INR）
currency-CNY = 人民币（CNY）
currency-USD = 美元（USD）
payer-they_pay = 对方付款
payer-we_pay = 我方付款
payer-both = 双方都付
payer-none = 不涉及付款
data_place-on_site = 驻场
data_place-remote = 远程桌面
data_place-masked = 脱敏样本
data_place-may_leave = 数据可以外发
data_place-no_data = 不涉及数据
partnership-project = 付费项目
partnership-joint = 联合开发或合资
partnership-agency = 代理、分销
partnership-supply = 供货采购
partnership-investment = 投资
partnership-space = 场地入驻
partnership-other = 其他形式
money-from = { $amount }起
money-to = { $amount }以内

## 九个要点
item-company = 公司
item-offer = 提供
item-proof = 实绩与资质
item-need = 需求
item-payer = 付款方
item-budget = 预算
item-start = 开始时间
item-data_place = 数据处理方式
item-partnership = 合作形式

ask = { $question }（已完成{ $known }/{ $total }）
ask-opening = 请用自己的话说：贵司做什么、服务谁，想在对方国家找什么？一条消息说完也行。
ask-company = 请问贵司的{ $missing }？
ask-country = 贵司在印度还是在中国？
ask-offer = 贵司能提供什么？
ask-proof = 有哪些实绩：多少家客户在用，有什么证书？
ask-need = 需要合作伙伴做什么？越具体越好。
ask-payer = 谁付款给谁？
ask-budget = 预算或价格范围是多少，什么币种？
ask-currency = 这个预算是什么币种？
ask-start = 希望什么时候开始，或什么时候完成？
ask-data_place = 如果涉及数据，可以怎么处理？
ask-partnership = 希望什么合作形式？
ask-edit = “{ $what }”现在是：{ $now }。要改成什么？
tap-skip = 跳过

skipped = 已跳过。{ $price }
price-company = 公司信息越少，对方越难信任。
price-offer = 没有“提供”，别人找不到您，只能按您的需求匹配。
price-proof = 没有实绩，会排在有实绩的企业后面。
price-need = 没有“需求”，我只能找想要贵司产品或服务的企业。
price-payer = 不说明的话，可能推荐同样等着收款的伙伴。
price-budget = 没有预算，无法排除太贵或规模不合的伙伴。
price-start = 没有时间，有些伙伴届时可能没有档期。
price-data_place = 不说明的话，约一半的数据团队无法判断。
price-partnership = 不说明的话，可能推荐想做其他形式的伙伴。
back-nothing = 这已经是第一个问题。
need-something = 至少要有一项“提供”或“需求”，我才能找伙伴。

## 核对与确认
summary = 请核对（AI整理）：
summary-line = { $number }. { $what }：{ $answer }
summary-abroad = 匿名简介境外展示：同意
summary-not-abroad = 匿名简介境外展示：不展示，由工作人员代询
confirm = 对吗？要改哪项，就说“改5”。
edit-which = 要改哪一项？请说编号，例如“改5”。
live = 已确认，贵司资料已生效。
quiet = 已确认。现在可以看推荐伙伴；贵司资料不会展示给任何人，由工作人员代您询问。
settled = 资料已生效。有变化请直接告诉我，也可以看推荐伙伴。
settled-quiet = 资料已确认，不展示给任何人。有变化请直接告诉我，也可以看推荐伙伴。
settled-paused = 资料已暂停，谁也看不到。
tap-confirm = 确认无误
tap-edit = 修改
tap-summary = 我的资料

## 合作伙伴
found = 合适的有{ $count }家，最合适的在前：
found-again = 暂时没有新的，之前的{ $count }家仍然有效：
found-more = 还有{ $count }家：
found-line = { $number }. { $reason }
found-how = 选编号可以答复或问理由。双方都同意后才公开公司名。
empty = 暂时没有足够合适的企业，所以不勉强推荐。
empty-seekers = { $count ->
    [0] 目前还没有人在找贵司提供的产品或服务。
   *[other] 境外有{ $count }家企业在找贵司提供的产品或服务。
}
no-more = 暂时没有更多合适的了。有新企业加入时会继续为您比对。
which-one = 是哪一家？
partner-gone = 这家企业目前已不可用。
they-see = 对方会看到以下内容，不含公司名和联系方式：{ $text }要发送吗？
they-see-nothing = 您未同意在境外展示简介，将由工作人员代您询问对方。要转达吗？
sent = 已转达。对方也有意的话，我会在这里通知您，由工作人员牵线。
sent-by-staff = 已转交工作人员代您询问，有答复我会在这里通知您。
wanted = 对方国家有一家企业对贵司有意：
wanted-summary = 目前可以告诉您的情况，双方同意后才公开公司名：{ $text }
mutual = 双方都有意！工作人员会在{ $day }前为双方牵线，公开公司名之前会先征得您的同意。
refused = 好的，不再推荐这家。方便说一下原因吗？
refused-why = 谢谢，很有帮助。
refuse-wrong_thing = 不是我们要的
refuse-too_small = 规模太小
refuse-too_big = 规模太大
refuse-budget = 预算不合
refuse-place = 地点不合
refuse-other = 其他原因
tap-number = 看第{ $number }家
tap-want = 感兴趣
tap-refuse = 不合适
tap-why = 为什么？
tap-more = 更多
tap-matches = 看推荐伙伴
tap-send = 发送

## 人工
human = 好的，工作人员会在{ $day }前在这里回复您。在此之前我不再打扰，您写的内容都会保留。
human-cancelled = 好的，AI助手继续为您服务。
tap-cancel = 取消
cancelled = 好的，保持原样。

## 账户
language-which = 使用哪种语言？
language-changed = 接下来用中文。
answer-data = 您介绍的公司情况会加密保存，只用于匹配伙伴。个人姓名和电话不参与匹配。双方都同意之前，没有人看得到公司名。您可随时导出或删除全部内容。
stored-abroad = 境外展示：译成外文的匿名简介。
stored-not-abroad = 境外展示：无。
export = 您的全部资料已整理好，如下。往来消息就在本会话中。
export-nothing = 目前没有保存贵司的任何资料。
paused = 已暂停：不向您推荐，也不向别人展示您。
pause-draft = 目前没有向任何人展示，无需暂停。
resumed = 已恢复。
sure-delete = 要永久删除贵司的全部资料吗？删除后无法恢复。
deleted = 已删除。随时发消息即可重新开始。
sure-restart = 要清空之前的回答，重新开始吗？
restarted = 我们重新开始。
tap-export = 导出资料
tap-delete = 全部删除
tap-resume = 恢复
tap-sure-delete = 确定删除
tap-sure-restart = 确定重来

## 导出的资料
record-true = 是
record-false = 否
record-id = 编号
record-country = 国家
record-name = 名称
record-city = 城市
record-language = 语言
record-sector = 行业
record-headcount = 人数
record-offers = 能提供
record-needs = 需求
record-hard_constraints = 条件
record-status = 状态
record-source = 来源
record-created = 首次保存
record-updated = 最近修改
record-facts = 陈述
record-withdrawn_facets = 已撤回内容
record-contacts = 联系人
record-conversations = 会话
record-suggestions = 看过的伙伴
record-text = 内容
record-quote = 原话
record-side = 方向
record-by = 说明人
record-withdrawn = 撤回时间
record-conversation_id = 会话编号
record-channel = 渠道
record-mode = 由谁回复
record-wants_human = 希望人工
record-consents = 同意记录
record-kind = 事项
record-given = 是否同意
record-wording = 文本版本
record-at = 时间
record-answer = 答复
record-reason = 原因
record-answered = 答复时间

## 闲聊与提问
small-greeting = 您好！
small-thanks = 不客气。
small-ok = 好的。
small-small_talk = 闲聊我不在行，找伙伴更拿手。
small-empty = 收到。
small-insult = 抱歉让您不快。我只问还缺的内容。
small-order = 我按规则办事，推荐名次不能购买，也不能指定。
small-other_language = 我会中文、英文和印地语，请用其中一种。
answer-ask_price = 目前对双方都免费。推荐名次不出售。
answer-ask_wechat = 不需要。您就在这里沟通，我负责把消息翻译并转到对方的微信。
answer-ask_telegram = 不需要。您就用微信，我负责把消息翻译并转到对方的Telegram。
answer-ask_who = 我是“机遇广场”的AI助手，为中印企业牵线，背后有工作人员。
answer-ask_length = 约5分钟，共九个要点，可以一条消息说几项。
answer-ask_other = 这个我不清楚，可以请工作人员回答。
answer-help = 请告诉我贵司提供什么、需要什么。您还可以说：返回、跳过、撤销、汇总、改5、看伙伴、暂停、导出、删除、换语言、人工。
not-understood = 这句我没看懂。
not-understood-again = 抱歉，我还是没看懂。要不要转人工？
