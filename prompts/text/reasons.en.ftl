# Why two companies fit: assembled from their own words, nothing else. $what is the name of the thing, the rest are quotes.

reason-they-give = They offer “{ $offer }”; you need “{ $need }”.
reason-they-give-named = They offer { $what }: “{ $offer }”. You need “{ $need }”.
reason-they-give-demand = You look for “{ $need }”; they say of themselves: “{ $offer }”.
reason-we-give = They need “{ $need }”; you offer “{ $offer }”.
reason-we-give-named = They need { $what }: “{ $need }”. You offer “{ $offer }”.
reason-we-give-demand = They look for “{ $need }”; you say: “{ $offer }”.
reason-more = Also: { $links }.
reason-more-link = “{ $need }” – “{ $offer }”
reason-for-you = For you: { $text }
reason-for-them = For them: { $text }
reason-one-way = Only one side gains so far: nothing they ask for meets what you offer.
reason-one-way-them = Only one side gains so far: nothing they offer meets what you need.
reason-ask-first = Ask first: { $text }
reason-about = About them: { $facts }.
reason-none = Nothing in your words and theirs meets closely enough to give a reason.
reason-city = { $city }
reason-headcount = about { $count ->
    [one] { $count } person
   *[other] { $count } people
}
reason-customers = { $count ->
    [one] { $count } live customer
   *[other] { $count } live customers
} by their own word
reason-certificates = { $names } by their own word

nameless-firm = { $country ->
    [IN] An Indian firm
    [CN] A Chinese firm
   *[other] A firm
}
nameless-facts = { $firm }: { $facts }.
nameless-offers = Offers: { $texts }.
nameless-needs = Looks for: { $texts }.
nameless-quote = “{ $text }”
nameless-named = { $what } (“{ $text }”)

caution-middleman-we = you want no middlemen (“{ $wish }”), and they say “{ $quote }”.
caution-middleman-they = they want no middlemen (“{ $wish }”), and you say “{ $quote }”.
caution-installation-we = you want it installed (“{ $wish }”), and they say “{ $quote }”.
caution-installation-they = they want it installed (“{ $wish }”), and you say “{ $quote }”.
caution-data-we = your data must stay (“{ $wish }”), and they say “{ $quote }”.
caution-data-they = their data must stay (“{ $wish }”), and you say “{ $quote }”.
caution-place-we = your data must stay (“{ $wish }”), and they want it sent to them.
caution-place-they = their data must stay (“{ $wish }”), and you want it sent to you.
caution-data-ask-we = your data must stay (“{ $wish }”); how would they work on it?
caution-data-ask-they = their data must stay (“{ $wish }”); how would you work on it?
caution-certificate-missing-we = you ask for { $certificate } (“{ $wish }”), and they do not hold it yet.
caution-certificate-missing-they = they ask for { $certificate } (“{ $wish }”), and you do not hold it yet.
caution-certificate-ask-we = you ask for { $certificate } (“{ $wish }”); they have not said whether they hold it.
caution-certificate-ask-they = they ask for { $certificate } (“{ $wish }”); you have not said whether you hold it.
caution-budget-we = your budget (“{ $wish }”) lies well below their “{ $quote }”.
caution-budget-they = their budget (“{ $wish }”) lies well below your “{ $quote }”.
caution-wish-they = they set a condition: “{ $wish }”.

empty-country = Tell me whether your company is in India or in China; then I can look across the border.
empty-all-shown = Everybody who fits has been shown to you already. I write when somebody new comes.
empty-conditions = { $count ->
    [one] One firm would fit, but a condition of yours or theirs rules it out.
   *[other] { $count } firms would fit, but conditions of yours or theirs rule them out.
} Dropping one condition would help most.
empty-add-offer = Say what you offer: then I can also find those who look for it.
empty-add-need = Say what you need: then I can also find those who offer it.
empty-say-more = One thing would help: say more exactly what you need, with the kind of thing, size or standard.
