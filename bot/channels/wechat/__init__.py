"""The WeChat channel."""

from bot.channels.wechat.channel import WeChatChannel as WeChatChannel
