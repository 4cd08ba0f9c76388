# What the WeChat channel says itself, in English. wechat-fetch and wechat-file-sign recognise messages; nobody reads them.

wechat-fetch = 0 | 查看 | 继续
wechat-file-sign = 收到不支持的消息类型
wechat-choose = Reply with a number:
wechat-page = ({ $page }/{ $pages })
wechat-part = ({ $page }/{ $pages }) Reply 0 to go on
wechat-more = More is waiting for you. Reply 0 to read it.
wechat-wait = Working on it. Reply 0 in about { $seconds } seconds to see the answer.
wechat-nothing = Nothing is waiting for you. Just type what you need; "help" tells what I can do.
wechat-notice = Hello. You are talking to an AI assistant, not a person. What you say is used only to find partners for your company; nothing is kept before you agree, and "delete" removes it at any time.
wechat-welcome = Welcome! One moment, please. Reply 0 to begin.
wechat-label = (AI-generated, for reference only)
wechat-voice = I can't listen to voice messages yet. Please type it.
wechat-image = I got the picture, but I can't read what is in it. Please type what matters, for example what your company does and whom it looks for.
wechat-file = Files don't reach this account. Please paste the main points as text, or send a link with a line about it.
wechat-other = I can't handle this kind of message. Please tell me in words.
wechat-type = Sure. Please type one line about your question first; then I pass it to our staff, who can only answer you after that.
