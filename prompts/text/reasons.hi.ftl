# दोनों कंपनियाँ क्यों मिलती हैं: सब कुछ उन्हीं के शब्दों से।

reason-they-give = वे “{ $offer }” देते हैं; आपको “{ $need }” चाहिए।
reason-they-give-named = वे { $what } देते हैं (उनके शब्द: “{ $offer }”); आपको “{ $need }” चाहिए।
reason-they-give-demand = आप “{ $need }” ढूँढ रहे हैं; वे अपने बारे में कहते हैं: “{ $offer }”।
reason-we-give = उन्हें “{ $need }” चाहिए; आप “{ $offer }” देते हैं।
reason-we-give-named = उन्हें { $what } चाहिए (उनके शब्द: “{ $need }”); आप “{ $offer }” देते हैं।
reason-we-give-demand = वे “{ $need }” ढूँढ रहे हैं; आपने कहा है: “{ $offer }”।
reason-more = और भी: { $links }।
reason-more-link = “{ $need }” – “{ $offer }”
reason-for-you = आपके लिए: { $text }
reason-for-them = उनके लिए: { $text }
reason-one-way = अभी फ़ायदा एक तरफ़ का है: वे जो माँगते हैं, उसमें आपका दिया कुछ नहीं है।
reason-one-way-them = अभी फ़ायदा एक तरफ़ का है: वे जो देते हैं, उसमें आपकी ज़रूरत का कुछ नहीं है।
reason-ask-first = पहले पूछ लें: { $text }
reason-about = उनके बारे में: { $facts }।
reason-none = आपकी और उनकी बात इतनी नहीं मिलती कि पक्की वजह बताई जा सके।
reason-city = { $city }
reason-headcount = करीब { $count } लोग
reason-customers = उनके अनुसार { $count } चालू ग्राहक
reason-certificates = उनके अनुसार { $names }

nameless-firm = { $country ->
    [IN] एक भारतीय कंपनी
    [CN] एक चीनी कंपनी
   *[other] एक कंपनी
}
nameless-facts = { $firm }: { $facts }।
nameless-offers = देते हैं: { $texts }।
nameless-needs = ढूँढ रहे हैं: { $texts }।
nameless-quote = “{ $text }”
nameless-named = { $what } (“{ $text }”)

caution-middleman-we = आपको बिचौलिए नहीं चाहिए (“{ $wish }”), और वे कहते हैं “{ $quote }”।
caution-middleman-they = उन्हें बिचौलिए नहीं चाहिए (“{ $wish }”), और आपने कहा है “{ $quote }”।
caution-installation-we = आपको लगवाकर चाहिए (“{ $wish }”), और वे कहते हैं “{ $quote }”।
caution-installation-they = उन्हें लगवाकर चाहिए (“{ $wish }”), और आपने कहा है “{ $quote }”।
caution-data-we = आपका डेटा बाहर नहीं जा सकता (“{ $wish }”), और वे कहते हैं “{ $quote }”।
caution-data-they = उनका डेटा बाहर नहीं जा सकता (“{ $wish }”), और आपने कहा है “{ $quote }”।
caution-place-we = आपका डेटा बाहर नहीं जा सकता (“{ $wish }”), और वे चाहते हैं कि डेटा उन्हें भेजा जाए।
caution-place-they = उनका डेटा बाहर नहीं जा सकता (“{ $wish }”), और आप चाहते हैं कि डेटा आपको भेजा जाए।
caution-data-ask-we = आपका डेटा बाहर नहीं जा सकता (“{ $wish }”); वे उस पर काम कैसे करेंगे?
caution-data-ask-they = उनका डेटा बाहर नहीं जा सकता (“{ $wish }”); आप उस पर काम कैसे करेंगे?
caution-certificate-missing-we = आपको { $certificate } चाहिए (“{ $wish }”), जो उनके पास अभी नहीं है।
caution-certificate-missing-they = उन्हें { $certificate } चाहिए (“{ $wish }”), जो आपके पास अभी नहीं है।
caution-certificate-ask-we = आपको { $certificate } चाहिए (“{ $wish }”); उन्होंने नहीं बताया कि उनके पास है या नहीं।
caution-certificate-ask-they = उन्हें { $certificate } चाहिए (“{ $wish }”); आपने नहीं बताया कि आपके पास है या नहीं।
caution-budget-we = आपका बजट (“{ $wish }”) उनके “{ $quote }” से काफ़ी कम है।
caution-budget-they = उनका बजट (“{ $wish }”) आपके “{ $quote }” से काफ़ी कम है।
caution-wish-they = उनकी एक शर्त है: “{ $wish }”।

empty-country = बताइए कि आपकी कंपनी भारत में है या चीन में; तभी मैं सीमा पार ढूँढ सकता हूँ।
empty-all-shown = जो भी ठीक बैठते थे, सब आपको दिखा चुका हूँ। कोई नया आते ही बताऊँगा।
empty-conditions = { $count ->
    [one] एक कंपनी ठीक बैठती, पर आपकी या उनकी कोई शर्त आड़े आती है।
   *[other] { $count } कंपनियाँ ठीक बैठतीं, पर आपकी या उनकी शर्तें आड़े आती हैं।
} एक शर्त ढीली करने से सबसे ज़्यादा फ़र्क पड़ेगा।
empty-add-offer = बताइए कि आप क्या देते हैं: तब वे भी मिलेंगे जो वही ढूँढ रहे हैं।
empty-add-need = बताइए कि आपको क्या चाहिए: तब वे भी मिलेंगे जो वही देते हैं।
empty-say-more = एक बात से मदद होगी: ज़रूरत थोड़ी और साफ़ बताइए, जैसे किस्म, साइज़ या मानक।
