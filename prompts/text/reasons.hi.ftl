# दोनों कंपनियाँ क्यों मिलती हैं: सब कुछ उन्हीं के शब्दों से। पराई भाषा के शब्दों के बाद चीज़ का नाम पढ़ने वाले की भाषा में।

thing-quoted = “{ $text }”
thing-named-quoted = “{ $text }” ({ $what })
thing-about-quoted = “{ $text }” (विषय: { $what })
thing-named = { $what }

reason-they-give = आपकी ज़रूरत: { $need }; वे देते हैं: { $offer }।
reason-they-give-demand = आपकी तलाश: { $need }; वे अपने बारे में कहते हैं: { $offer }।
reason-we-give = उनकी ज़रूरत: { $need }; आप देते हैं: { $offer }।
reason-we-give-demand = उनकी तलाश: { $need }; आपने अपने बारे में कहा है: { $offer }।
reason-for-you = आपका फ़ायदा – { $text }
reason-for-them = उनका फ़ायदा – { $text }
reason-one-way = अभी फ़ायदा एक तरफ़ का है: आप जो देते हैं, उसकी माँग उनकी ओर से अभी नहीं है।
reason-one-way-them = अभी फ़ायदा एक तरफ़ का है: आपको जो चाहिए, वह उनकी ओर से अभी नहीं है।
reason-about = वे अपने बारे में बताते हैं: { $facts }।
reason-none = आपकी और उनकी बात इतनी नहीं मिलती कि पक्की वजह बताई जा सके।
reason-city = जगह { $city }
reason-headcount = { $count } लोग
reason-customers = { $count } चालू ग्राहक
reason-certificates = प्रमाणपत्र { $names }

nameless-firm = { $country ->
    [IN] एक भारतीय कंपनी
    [CN] एक चीनी कंपनी
   *[other] एक कंपनी
}
nameless-facts = { $firm }: { $facts }।
nameless-alone = { $firm }।
between-facts = , {""}
between-items = ; {""}
nameless-offers = देते हैं: { $texts }।
nameless-needs = तलाश: { $texts }।

caution-middleman-we = यहाँ टकराव है: आपको बिचौलिए नहीं चाहिए (“{ $wish }”), और उन्होंने लिखा है “{ $quote }”।
caution-middleman-they = यहाँ टकराव है: उन्हें बिचौलिए नहीं चाहिए (“{ $wish }”), और आपने लिखा है “{ $quote }”।
caution-excluded-we = यहाँ टकराव है: आपने लिखा है “{ $wish }”, और उन्होंने “{ $quote }”।
caution-excluded-they = यहाँ टकराव है: उन्होंने लिखा है “{ $wish }”, और आपने “{ $quote }”।
caution-same = पहले सोच लें कि साथ काम कहाँ बनेगा: दोनों एक ही चीज़ बेचते हैं; आपने लिखा है “{ $wish }”, उन्होंने “{ $quote }”।
caution-installation-we = पहले पूछ लें कि लगाएगा कौन: आपने लिखा है “{ $wish }”, और उन्होंने “{ $quote }”।
caution-installation-they = पहले तय कर लें कि लगाएगा कौन: उन्होंने लिखा है “{ $wish }”, और आपने “{ $quote }”।
caution-data-we = पहले पूछ लें कि डेटा कहाँ रहेगा: आपने लिखा है “{ $wish }”, और उन्होंने “{ $quote }”।
caution-data-they = पहले तय कर लें कि डेटा कहाँ रहेगा: उन्होंने लिखा है “{ $wish }”, और आपने “{ $quote }”।
caution-place-we = पहले पूछ लें कि डेटा कहाँ रहेगा: आपने लिखा है “{ $wish }”, और वे तभी काम करते हैं जब डेटा बाहर जा सके।
caution-place-they = पहले तय कर लें कि डेटा कहाँ रहेगा: उन्होंने लिखा है “{ $wish }”, और आप तभी काम करते हैं जब डेटा बाहर जा सके।
caution-data-ask-we = पहले पूछ लें कि वे आपके डेटा पर काम कैसे करेंगे: आपने लिखा है “{ $wish }”।
caution-data-ask-they = पहले सोच लें कि उनके डेटा पर काम कैसे होगा: उन्होंने लिखा है “{ $wish }”।
caution-certificate-missing-we = पहले { $certificate } की बात कर लें: आपकी शर्त है (“{ $wish }”), और उनके पास अभी नहीं है।
caution-certificate-missing-they = { $certificate } का सवाल आ सकता है: उनकी शर्त है (“{ $wish }”), और आपके पास अभी नहीं है।
caution-certificate-ask-we = पहले { $certificate } की बात पूछ लें: आपकी शर्त है (“{ $wish }”), और उन्होंने इस बारे में कुछ नहीं बताया।
caution-certificate-ask-they = { $certificate } का सवाल आ सकता है: उनकी शर्त है (“{ $wish }”), और आपने इस बारे में कुछ नहीं बताया।
caution-budget-we = पहले दाम की बात कर लें: आपकी सीमा (“{ $wish }”) उनके “{ $quote }” से काफ़ी कम है।
caution-budget-they = पहले दाम की बात कर लें: उनकी सीमा (“{ $wish }”) आपके “{ $quote }” से काफ़ी कम है।
caution-volume-we = पहले मात्रा की बात कर लें: आपने लिखा है “{ $wish }”, और वे “{ $quote }” से शुरू करते हैं।
caution-volume-they = पहले मात्रा की बात कर लें: उन्होंने लिखा है “{ $wish }”, और आप “{ $quote }” से शुरू करते हैं।
caution-language-we = पहले भाषा की बात कर लें: आपने लिखा है “{ $wish }”, और उन्होंने “{ $quote }”।
caution-language-they = पहले भाषा की बात कर लें: उन्होंने लिखा है “{ $wish }”, और आपने “{ $quote }”।
caution-condition-we = पहले पूछ लें कि आपकी यह शर्त उन्हें मंज़ूर है या नहीं: “{ $wish }”।
caution-condition-they = उनकी एक शर्त है: “{ $wish }”।

empty-country = बताइए कि आपकी कंपनी भारत में है या चीन में; तभी मैं सीमा पार ढूँढ सकता हूँ।
empty-all-shown = जो भी ठीक बैठते थे, सब आपको दिखा चुका हूँ। कोई नया आते ही बताऊँगा।
empty-conditions = { $count ->
    [one] एक कंपनी ठीक बैठती, पर आपकी या उनकी कोई शर्त आड़े आती है।
   *[other] { $count } कंपनियाँ ठीक बैठतीं, पर आपकी या उनकी शर्तें आड़े आती हैं।
} एक शर्त ढीली करने से सबसे ज़्यादा फ़र्क पड़ेगा।
empty-add-offer = बताइए कि आप क्या देते हैं: तब वे भी मिलेंगे जो वही ढूँढ रहे हैं।
empty-add-need = बताइए कि आपको क्या चाहिए: तब वे भी मिलेंगे जो वही देते हैं।
empty-say-more = एक बात से मदद होगी: ज़रूरत थोड़ी और साफ़ बताइए, जैसे किस्म, साइज़ या मानक।
