# 渠道自己说的话，中文。

trouble = 我们这边出了点问题，这条消息没能回复。您之前说的都还在。请再说一遍，或换个说法。
console-working = 请稍候……
console-back = 您说的都已保存。下次用这条命令回来：{ $command }
