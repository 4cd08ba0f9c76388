# Why two companies fit: assembled from their own words, nothing else. A thing is a quote, followed by its name where the quote is
# in a language that the reader may not know.

thing-quoted = “{ $text }”
thing-named-quoted = “{ $text }” ({ $what })
thing-about-quoted = “{ $text }” (about { $what })
thing-named = { $what }

reason-they-give = you need { $need }; they offer { $offer }.
reason-they-give-demand = you look for { $need }; of themselves they say { $offer }.
reason-we-give = they need { $need }; you offer { $offer }.
reason-we-give-demand = they look for { $need }; of yourselves you say { $offer }.
reason-for-you = For you: { $text }
reason-for-them = For them: { $text }
reason-one-way = Only one side gains so far: nothing they ask for meets what you offer.
reason-one-way-them = Only one side gains so far: nothing they offer meets what you need.
reason-about = About them, by their own word: { $facts }.
reason-none = Nothing in your words and theirs meets closely enough to give a reason.
reason-city = in { $city }
reason-headcount = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
reason-customers = { $count ->
    [one] { $count } live customer
   *[other] { $count } live customers
}
reason-certificates = holds { $names }

nameless-firm = { $country ->
    [IN] An Indian firm
    [CN] A Chinese firm
   *[other] A firm
}
nameless-facts = { $firm }: { $facts }.
nameless-alone = { $firm }.
between-facts = , {""}
between-items = ; {""}
nameless-offers = Offers: { $texts }.
nameless-needs = Looks for: { $texts }.

caution-middleman-we = This conflicts: you want no middlemen (“{ $wish }”), and they say “{ $quote }”.
caution-middleman-they = This conflicts: they want no middlemen (“{ $wish }”), and you say “{ $quote }”.
caution-excluded-we = This conflicts: you say “{ $wish }”, and they say “{ $quote }”.
caution-excluded-they = This conflicts: they say “{ $wish }”, and you say “{ $quote }”.
caution-same = Ask first where you would work together: both of you sell the same; you say “{ $wish }”, they say “{ $quote }”.
caution-installation-we = Ask first who installs: you ask for “{ $wish }”, and they say “{ $quote }”.
caution-installation-they = Ask first who installs: they ask for “{ $wish }”, and you say “{ $quote }”.
caution-data-we = Ask first how the data stays: you say “{ $wish }”, and they say “{ $quote }”.
caution-data-they = Ask first how the data stays: they say “{ $wish }”, and you say “{ $quote }”.
caution-place-we = Ask first how the data stays: you say “{ $wish }”, and they work only on data that may leave.
caution-place-they = Ask first how the data stays: they say “{ $wish }”, and you work only on data that may leave.
caution-data-ask-we = Ask first how they would work with your data: you say “{ $wish }”.
caution-data-ask-they = Think first how you would work with their data: they say “{ $wish }”.
caution-certificate-missing-we = Ask first about { $certificate }: you ask for it (“{ $wish }”), and they do not hold it yet.
caution-certificate-missing-they = Be ready for a question about { $certificate }: they ask for it (“{ $wish }”), and you do not hold it yet.
caution-certificate-ask-we = Ask first about { $certificate }: you ask for it (“{ $wish }”), and they have not said whether they hold it.
caution-certificate-ask-they = Be ready for a question about { $certificate }: they ask for it (“{ $wish }”), and you have not said whether you hold it.
caution-budget-we = Ask first about the price: your limit (“{ $wish }”) lies well below their “{ $quote }”.
caution-budget-they = Talk first about the price: their limit (“{ $wish }”) lies well below your “{ $quote }”.
caution-volume-we = Ask first about the quantity: you write “{ $wish }”, and they start from “{ $quote }”.
caution-volume-they = Talk first about the quantity: they write “{ $wish }”, and you start from “{ $quote }”.
caution-language-we = Ask first about the language: you ask for “{ $wish }”, and they say “{ $quote }”.
caution-language-they = Talk first about the language: they ask for “{ $wish }”, and you say “{ $quote }”.
caution-condition-we = Ask first whether they meet your condition “{ $wish }”.
caution-condition-they = They set a condition: “{ $wish }”.

empty-country = Tell me whether your company is in India or in China; then I can look across the border.
empty-all-shown = Everybody who fits has been shown to you already. I write when somebody new comes.
empty-conditions = { $count ->
    [one] One firm would fit, but a condition of yours or theirs rules it out.
   *[other] { $count } firms would fit, but conditions of yours or theirs rule them out.
} Dropping one condition would help most.
empty-add-offer = Say what you offer: then I can also find those who look for it.
empty-add-need = Say what you need: then I can also find those who offer it.
empty-say-more = One thing would help: say more exactly what you need, with the kind of thing, size or standard.
