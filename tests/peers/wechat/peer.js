// Plays WeChat's side of the encryption with two libraries that others wrote, and reads XML with a third.
// A line in, a line out: {op: "enc" | "dec" | "xml", lib, token, key, id, ...}.
"use strict";
process.removeAllListeners("warning");
process.on("warning", () => {}); // the older library still says `new Buffer`
const readline = require("readline");
const WXBizMsgCrypt = require("wechat-crypto");
const wecom = require("@wecom/crypto");
const { Parser } = require("xml2js");

const libraries = {
  wechat: {
    enc: (a) => {
      const crypt = new WXBizMsgCrypt(a.token, a.key, a.id);
      const encrypt = crypt.encrypt(a.xml);
      return { encrypt, signature: crypt.getSignature(a.timestamp, a.nonce, encrypt) };
    },
    dec: (a) => {
      const crypt = new WXBizMsgCrypt(a.token, a.key, a.id);
      return { ...crypt.decrypt(a.encrypt), signature: crypt.getSignature(a.timestamp, a.nonce, a.encrypt) };
    },
  },
  wecom: {
    enc: (a) => {
      const encrypt = wecom.encrypt(a.key, a.xml, a.id);
      return { encrypt, signature: wecom.getSignature(a.token, a.timestamp, a.nonce, encrypt) };
    },
    dec: (a) => {
      const { message, id } = wecom.decrypt(a.key, a.encrypt);
      return { message, id, signature: wecom.getSignature(a.token, a.timestamp, a.nonce, a.encrypt) };
    },
  },
};

async function handle(ask) {
  if (ask.op === "xml") return { read: await new Parser({ explicitArray: true }).parseStringPromise(ask.xml) };
  return libraries[ask.lib || "wechat"][ask.op](ask);
}

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  let answer;
  try {
    answer = await handle(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
