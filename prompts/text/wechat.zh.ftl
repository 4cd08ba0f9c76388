# 公众号里由渠道自己说的话，中文。wechat-fetch 和 wechat-file-sign 是用来识别来信的，不会发出去。

wechat-fetch = 0 | 查看 | 继续
wechat-file-sign = 收到不支持的消息类型
wechat-choose = 直接回复数字即可：
wechat-page = （{ $page }/{ $pages }）
wechat-part = （{ $page }/{ $pages }）回复 0 继续
wechat-more = 您还有未读消息，回复 0 查看。
wechat-wait = 正在为您处理，约 { $seconds } 秒后回复 0 查看结果。
wechat-nothing = 目前没有待查看的消息。有什么需要，直接打字告诉我；回复“帮助”可以看我能做什么。
wechat-notice = 您好，这里由AI助手接待，不是真人。您说的话只用来为贵公司找印度合作伙伴；保存之前会先征得您同意，随时可以回复“删除”清除。
wechat-welcome = 欢迎关注！正在为您准备，请稍后回复 0 开始。
wechat-label = （AI 生成，仅供参考）
wechat-voice = 暂时听不了语音，麻烦您打字说一下。
wechat-image = 图片收到了，但我看不懂图里的内容。关键的信息请打字告诉我，比如公司做什么、要找什么样的合作方。
wechat-file = 公众号收不到文件。请把要点复制成文字发给我，或者发一个网页链接并附上一句说明。
wechat-other = 这类消息我还处理不了，请用文字告诉我。
wechat-type = 好的。请先打字说一句您想咨询的事，我马上转给工作人员，这样他们才能回复您。
