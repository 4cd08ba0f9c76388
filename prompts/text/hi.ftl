# जो भी पढ़ा जाता है, हिन्दी में। छोटा: फ़ोन की एक स्क्रीन।

language-name = हिन्दी

## शुरुआत और सहमति
welcome = नमस्ते, मैं Plaza का AI असिस्टेंट हूँ। बताइए कि आपकी कंपनी क्या देती है और उसे क्या चाहिए; मैं दूसरे देश (भारत या चीन) में पार्टनर सुझाता हूँ और वजह भी बताता हूँ। करीब 5 मिनट लगेंगे, कभी भी रुक सकते हैं, और किसी व्यक्ति से भी बात हो सकती है। हिन्दी, English या 中文 में लिखिए। अभी किसी को कुछ नहीं दिखाया जाता।
welcome-back = फिर से स्वागत है। हम यहाँ थे: { $what }। { $total } में से { $known } बातें हो चुकी हैं, सब कुछ सुरक्षित है।
consent-keep = पहली सहमति: क्या मैं पार्टनर ढूँढने के लिए आपके जवाब रख सकता हूँ? आप इन्हें कभी भी देख या हटा सकते हैं।
consent-show_abroad = दूसरी सहमति, अलग से: क्या मैं दूसरे देश की कंपनियों और स्टाफ़ को आपका अनुवादित परिचय दिखा सकता हूँ, कंपनी के नाम और कॉन्टैक्ट के बिना? नहीं तो हमारा स्टाफ़ आपकी ओर से पार्टनर से पूछेगा।
kept = धन्यवाद, आपके जवाब रख लिए गए हैं।
declined = ठीक है, मैं आपकी बताई कोई बात नहीं रखूँगा। इसके बिना पार्टनर नहीं ढूँढ सकता, पर सवालों के जवाब दूँगा, और कोई व्यक्ति भी मदद कर सकता है।
abroad-yes = नोट किया: बिना नाम का परिचय विदेश में दिखाया जा सकता है। आप इसे कभी भी वापस ले सकते हैं।
abroad-no = नोट किया: विदेश में कुछ नहीं दिखाया जाएगा। हमारा स्टाफ़ आपकी ओर से पूछेगा।
preview = सामने वाले को यह दिखेगा: { $text }
matches-early = आपके कन्फ़र्म करते ही पार्टनर दिखाता हूँ।

tap-keep = हाँ, रखिए
tap-no-keep = नहीं
tap-abroad = विदेश में दिखाइए
tap-not-abroad = विदेश में मत दिखाइए
tap-preview = परिचय देखें
tap-ask_data = क्या-क्या रखा जाता है?
tap-human = किसी व्यक्ति से बात करें

## जो बताया गया
told = समझ गया: { $items }।
told-draft = मैंने पढ़ा: { $items }। अभी सेव नहीं किया है।
told-offer = देते हैं: { $text }
told-need = चाहिए: { $text }
changed = { $what } बदला: { $old } → { $new }।
removed = हटाया: { $text }।
known-already = यह मेरे पास पहले से है।
undone = वापस लिया, सब पहले जैसा है।
undo-nothing = वापस लेने के लिए कुछ नहीं है।
unsaid = नहीं बताया
tap-undo = वापस लें

kind-name = नाम
kind-city = शहर
kind-country = देश
kind-headcount = लोगों की संख्या
kind-customers = मौजूदा ग्राहक
kind-certificate = सर्टिफ़िकेट
kind-payer = कौन पैसे देगा
kind-budget = बजट
kind-start = शुरुआत
kind-data_place = डेटा पर काम
kind-partnership = पार्टनरशिप का रूप
kind-exclusion = नहीं चाहिए
kind-requirement = शर्त

fact-headcount = { $count } लोग
fact-customers = { $count } मौजूदा ग्राहक
fact-budget = बजट { $value }
fact-start = शुरुआत: { $value }
fact-exclusion = नहीं चाहिए: { $value }
fact-requirement = ज़रूरी: { $value }
certificate-held = { $name }
certificate-applying = { $name } (आवेदन किया है)
certificate-not_held = { $name } नहीं है
country-IN = भारत
country-CN = चीन
currency-INR = रुपये (INR)
currency-CNY = युआन (CNY)
currency-USD = डॉलर (USD)
payer-they_pay = वे हमें पैसे देंगे
payer-we_pay = हम उन्हें पैसे देंगे
payer-both = दोनों पैसे देंगे
payer-none = पैसों का लेन-देन नहीं
data_place-on_site = ऑन-साइट
data_place-remote = रिमोट डेस्कटॉप से
data_place-masked = मास्क किए सैंपल पर
data_place-may_leave = डेटा बाहर जा सकता है
data_place-no_data = डेटा का काम नहीं है
partnership-project = पेड प्रोजेक्ट
partnership-joint = जॉइंट प्रोडक्ट या जॉइंट वेंचर
partnership-agency = एजेंसी, रीसेलिंग
partnership-supply = माल की सप्लाई
partnership-investment = निवेश
partnership-space = जगह, ऑफ़िस
partnership-other = कुछ और
money-from = { $amount } से शुरू
money-to = { $amount } तक

## नौ बातें
item-company = कंपनी
item-offer = क्या देते हैं
item-proof = सबूत
item-need = क्या चाहिए
item-payer = कौन पैसे देगा
item-budget = बजट
item-start = शुरुआत
item-data_place = डेटा पर काम
item-partnership = पार्टनरशिप का रूप

ask = { $question } ({ $total } में से { $known } हो गईं)
ask-opening = अपने शब्दों में बताइए: आपकी कंपनी क्या करती है, किसके लिए, और दूसरे देश में क्या ढूँढ रही है? एक ही मैसेज काफ़ी है।
ask-company = अपनी कंपनी के बारे में बताइए: { $missing }।
ask-country = आपकी कंपनी भारत में है या चीन में?
ask-offer = आपकी कंपनी क्या देती है?
ask-proof = कितने ग्राहक इस्तेमाल कर रहे हैं, और कौन-से सर्टिफ़िकेट हैं?
ask-need = पार्टनर से क्या चाहिए? जितना साफ़ बता सकें।
ask-payer = कौन किसे पैसे देगा?
ask-budget = बजट या क़ीमत कितनी है, और किस मुद्रा में?
ask-currency = यह बजट किस मुद्रा में है?
ask-start = कब शुरू करना है, या कब तक पूरा होना चाहिए?
ask-data_place = डेटा पर काम हो तो कैसे हो सकता है?
ask-partnership = पार्टनरशिप का रूप क्या हो?
ask-edit = { $what } में अभी है: { $now }। इसकी जगह क्या लिखूँ?
tap-skip = छोड़ें

skipped = छोड़ दिया। { $price }
price-company = कंपनी के बारे में जितना कम पता हो, पार्टनर उतना कम भरोसा करते हैं।
price-offer = इसके बिना कोई आपको ढूँढ नहीं सकता; सिर्फ़ आपकी ज़रूरत मिलाई जाएगी।
price-proof = सबूत के बिना आप उन कंपनियों के पीछे रहेंगे जिनके पास सबूत है।
price-need = इसके बिना मैं सिर्फ़ वे कंपनियाँ ढूँढ सकता हूँ जिन्हें आपका काम चाहिए।
price-payer = इसके बिना ऐसे पार्टनर भी आ सकते हैं जो ख़ुद पैसे लेना चाहते हों।
price-budget = इसके बिना मैं बहुत महँगे या बहुत छोटे पार्टनर नहीं हटा सकता।
price-start = इसके बिना हो सकता है कि कुछ पार्टनर समय पर ख़ाली न हों।
price-data_place = इसके बिना करीब आधी डेटा टीमों को परखा नहीं जा सकता।
price-partnership = इसके बिना ऐसे पार्टनर आ सकते हैं जो कोई और रूप चाहते हों।
back-nothing = यह पहला सवाल है।
need-something = पार्टनर ढूँढने के लिए कम से कम एक चीज़ बताइए जो आप देते हैं या जो आपको चाहिए।

## जाँच और कन्फ़र्म
summary = कृपया जाँच लीजिए:
summary-line = { $number }. { $what }: { $answer }
summary-abroad = बिना नाम का परिचय विदेश में: हाँ
summary-not-abroad = बिना नाम का परिचय विदेश में: नहीं, स्टाफ़ पूछेगा
confirm = क्या यह सही है? कोई लाइन बदलनी हो तो कहिए "5 बदलो"।
edit-which = कौन-सी लाइन? नंबर बताइए, जैसे "5 बदलो"।
live = कन्फ़र्म हो गया, आपकी कंपनी अब लाइव है।
quiet = कन्फ़र्म हो गया। अब आप पार्टनर देख सकते हैं; आपकी कंपनी किसी को नहीं दिखती, हमारा स्टाफ़ आपकी ओर से पूछता है।
settled = आपकी प्रोफ़ाइल लाइव है। कोई बदलाव हो तो बताइए, या पार्टनर देखिए।
settled-quiet = आपकी प्रोफ़ाइल कन्फ़र्म है और किसी को नहीं दिखती। कोई बदलाव हो तो बताइए, या पार्टनर देखिए।
settled-paused = आपकी प्रोफ़ाइल रुकी हुई है, किसी को नहीं दिखती।
tap-confirm = सही है
tap-edit = कुछ बदलना है
tap-summary = मेरी प्रोफ़ाइल

## पार्टनर
found = { $count ->
    [one] एक पार्टनर सही बैठता है:
   *[other] { $count } पार्टनर सही बैठते हैं, सबसे अच्छा पहले:
}
found-again = { $count ->
    [one] अभी कोई नया नहीं। यह अब भी है:
   *[other] अभी कोई नया नहीं। ये { $count } अब भी हैं:
}
found-more = { $count ->
    [one] एक और:
   *[other] { $count } और:
}
found-line = { $number }. { $reason }
found-how = जवाब देने या वजह पूछने के लिए नंबर चुनिए। नाम तभी, जब दोनों राज़ी हों।
empty = अभी कोई इतना सही नहीं बैठता, इसलिए किसी को नहीं दिखा रहा।
empty-seekers = { $count ->
    [0] अभी तक कोई वह नहीं ढूँढ रहा जो आप देते हैं।
    [one] विदेश में { $count } कंपनी वह ढूँढ रही है जो आप देते हैं।
   *[other] विदेश में { $count } कंपनियाँ वह ढूँढ रही हैं जो आप देते हैं।
}
no-more = अभी और कोई सही नहीं बैठता। नई कंपनियाँ आते ही आपसे मिलाई जाती हैं।
which-one = कौन-सी?
partner-gone = वह पार्टनर अब उपलब्ध नहीं है।
they-see = उन्हें यह दिखेगा, नाम और कॉन्टैक्ट के बिना: { $text } भेज दूँ?
they-see-nothing = आपने विदेश में परिचय दिखाने की सहमति नहीं दी है, इसलिए हमारा स्टाफ़ आपकी ओर से पूछेगा। आगे बढ़ाऊँ?
sent = भेज दिया। वे भी राज़ी हुए तो यहीं बताऊँगा, और स्टाफ़ आपको मिलवाएगा।
sent-by-staff = आगे बढ़ा दिया: हमारा स्टाफ़ उनसे पूछेगा, जवाब यहीं बताऊँगा।
wanted = दूसरे देश की एक कंपनी को आप में दिलचस्पी है:
wanted-summary = उसके बारे में अभी इतना बता सकता हूँ, नाम दोनों के राज़ी होने पर: { $text }
mutual = दोनों तरफ़ दिलचस्पी है! हमारा स्टाफ़ { $day } तक आपको मिलवाएगा, और नाम बताने से पहले आपसे पूछेगा।
refused = ठीक है, इन्हें फिर नहीं दिखाऊँगा। चाहें तो वजह बताइए?
refused-why = धन्यवाद, इससे मदद मिलेगी।
refuse-wrong_thing = यह नहीं चाहिए
refuse-too_small = बहुत छोटी कंपनी
refuse-too_big = बहुत बड़ी कंपनी
refuse-budget = बजट नहीं मिलता
refuse-place = जगह ठीक नहीं
refuse-other = कोई और वजह
tap-number = नंबर { $number }
tap-want = दिलचस्पी है
tap-refuse = मेरे लिए नहीं
tap-why = क्यों?
tap-more = और दिखाइए
tap-matches = पार्टनर दिखाइए
tap-send = हाँ, भेजिए

## व्यक्ति से बात
human = ज़रूर। हमारा एक साथी { $day } तक यहीं आपको लिखेगा। तब तक मैं चुप रहूँगा, और जो आप लिखेंगे वह रखा जाएगा।
human-cancelled = ठीक है, मैं फिर हाज़िर हूँ।
tap-cancel = रद्द करें
cancelled = ठीक है, जैसा था वैसा ही रहा।

## खाता
language-which = कौन-सी भाषा?
language-changed = अब हिन्दी में बात करते हैं।
answer-data = आप कंपनी के बारे में जो बताते हैं, वह एन्क्रिप्ट करके रखा जाता है और पार्टनर ढूँढने के काम आता है। लोगों के नाम और फ़ोन मैचिंग में नहीं जाते। दोनों के राज़ी होने से पहले कंपनी का नाम किसी को नहीं दिखता। आप सब कुछ एक्सपोर्ट या डिलीट कर सकते हैं।
stored-abroad = विदेश में दिखता है: बिना नाम का अनुवादित परिचय।
stored-not-abroad = विदेश में दिखता है: कुछ नहीं।
export = आपका पूरा रिकॉर्ड तैयार है, सब यहीं है। हमारे संदेश इसी चैट में ऊपर हैं।
export-nothing = आपकी कंपनी के बारे में अभी कुछ नहीं रखा है।
paused = रोक दिया: न आपको कोई दिखेगा, न आप किसी को।
pause-draft = अभी किसी को कुछ दिखाया ही नहीं जा रहा, रोकने को कुछ नहीं है।
resumed = सब फिर से चालू है।
sure-delete = क्या आपकी कंपनी का सारा डेटा हमेशा के लिए डिलीट कर दूँ? यह वापस नहीं होगा।
deleted = डिलीट हो गया। फिर से शुरू करने के लिए कभी भी लिखिए।
sure-restart = क्या अब तक के सारे जवाब हटाकर नए सिरे से शुरू करें?
restarted = नए सिरे से शुरू करते हैं।
tap-export = एक्सपोर्ट
tap-delete = सब डिलीट करें
tap-resume = फिर शुरू करें
tap-sure-delete = हाँ, डिलीट करें
tap-sure-restart = हाँ, नए सिरे से

## रिकॉर्ड, जैसा दिया जाता है
record-true = हाँ
record-false = नहीं
record-id = नंबर
record-country = देश
record-name = नाम
record-city = शहर
record-language = भाषा
record-sector = कारोबार
record-headcount = लोग
record-offers = पेशकश
record-needs = ज़रूरतें
record-hard_constraints = शर्तें
record-status = स्थिति
record-source = कहाँ से आया
record-created = पहली बार रखा
record-updated = आख़िरी बदलाव
record-facts = बताई बातें
record-withdrawn_facets = हटाई गई बातें
record-contacts = कॉन्टैक्ट
record-conversations = बातचीत
record-suggestions = दिखाए गए पार्टनर
record-text = बात
record-quote = आपके शब्द
record-side = पक्ष
record-by = किसने बताया
record-withdrawn = वापस लिया
record-conversation_id = चैट
record-channel = चैनल
record-mode = जवाब कौन देता है
record-wants_human = व्यक्ति चाहिए
record-consents = सहमतियाँ
record-kind = विषय
record-given = दी गई
record-wording = शब्दों का संस्करण
record-at = समय
record-answer = जवाब
record-reason = कारण
record-answered = जवाब का समय

## बातचीत और सवाल
small-greeting = नमस्ते!
small-thanks = आपका स्वागत है।
small-ok = ठीक है।
small-small_talk = गपशप से ज़्यादा मैं पार्टनर ढूँढने में अच्छा हूँ।
small-empty = देख लिया।
small-insult = माफ़ कीजिए कि आपको परेशानी हुई। मैं वही पूछता हूँ जो अभी बाक़ी है।
small-order = मैं अपने नियमों से चलता हूँ; लिस्ट में जगह न ख़रीदी जा सकती है, न कहकर ली जा सकती है।
small-other_language = मैं हिन्दी, अंग्रेज़ी और चीनी समझता हूँ; कृपया इनमें से किसी एक में लिखिए।
answer-ask_price = अभी दोनों पक्षों के लिए मुफ़्त है। लिस्ट में जगह बिकती नहीं है।
answer-ask_wechat = नहीं। आप यहीं रहिए; मैं मैसेज अनुवाद करके उनके WeChat तक पहुँचाता हूँ और वापस लाता हूँ।
answer-ask_telegram = नहीं। आप WeChat पर ही रहिए; मैं मैसेज अनुवाद करके उनके Telegram तक पहुँचाता हूँ और वापस लाता हूँ।
answer-ask_who = मैं Plaza का AI असिस्टेंट हूँ, जो भारतीय और चीनी कंपनियों को मिलवाता है। मेरे पीछे असली स्टाफ़ है।
answer-ask_length = करीब 5 मिनट: नौ बातें, चाहें तो एक मैसेज में कई बता दीजिए।
answer-ask_other = यह मुझे नहीं पता। हमारा कोई साथी बता सकता है।
answer-help = बताइए कि आप क्या देते हैं और क्या चाहिए। आप कह सकते हैं: पीछे, छोड़ो, वापस लो, सारांश, 5 बदलो, पार्टनर, रोको, एक्सपोर्ट, डिलीट, भाषा, व्यक्ति।
not-understood = यह मैं समझ नहीं पाया।
not-understood-again = माफ़ कीजिए, अब भी समझ नहीं पाया। क्या किसी व्यक्ति से बात करना चाहेंगे?
