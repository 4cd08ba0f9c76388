# What a person reads, in English. Short: a phone screen.

language-name = English

## Opening, consent
welcome = Hello, I'm Plaza's AI assistant. Tell me what your company offers and what it needs; I suggest partners in the other country, India or China, and say why. About 5 minutes, stop any time, a person is one tap away. Write English, हिन्दी or 中文. Nothing is shown to anyone yet.
welcome-back = Welcome back. We were at: { $what }. { $known } of { $total } are done, nothing is lost.
consent-keep = First choice: may I keep your answers to find partners for you? You can see or delete them at any time.
consent-show_abroad = Second choice, separate: may I show firms and staff in the other country a translated summary, without company name or contact? Without it our staff ask partners for you by hand.
kept = Thank you, your answers are kept.
declined = All right, I keep nothing of what you told me. Without it I cannot look for partners, but I answer questions, and a person can help.
abroad-yes = Noted: the nameless summary may be shown abroad. You can take that back at any time.
abroad-no = Noted: nothing is shown abroad. Our staff ask partners for you.
preview = This is what the other side would see: { $text }
matches-early = Partners come right after you confirm.

tap-keep = Yes, keep them
tap-no-keep = No
tap-abroad = Show it abroad
tap-not-abroad = Don't show it abroad
tap-preview = See the summary
tap-ask_data = What is stored?
tap-human = Talk to a person

## What was told
told = Got it: { $items }.
told-draft = I have read: { $items }. Not stored yet.
told-offer = offer: { $text }
told-need = need: { $text }
changed = Changed { $what }: { $old } → { $new }.
removed = Taken out: { $text }.
known-already = I have that already.
undone = Undone, it is as it was before.
undo-nothing = There is nothing to undo.
unsaid = not said
tap-undo = Undo

kind-name = name
kind-city = city
kind-country = country
kind-headcount = number of people
kind-customers = live customers
kind-certificate = certificate
kind-payer = who pays
kind-budget = budget
kind-start = start
kind-data_place = work on data
kind-partnership = form of partnership
kind-exclusion = not wanted
kind-requirement = requirement

fact-headcount = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
fact-customers = { $count ->
    [one] { $count } live customer
   *[other] { $count } live customers
}
fact-budget = budget { $value }
fact-start = start: { $value }
fact-exclusion = not wanted: { $value }
fact-requirement = must: { $value }
certificate-held = { $name }
certificate-applying = { $name } (applied for)
certificate-not_held = no { $name }
country-IN = India
country-CN = China
currency-INR = Rupees (INR)
currency-CNY = Yuan (CNY)
currency-USD = US dollars (USD)
payer-they_pay = They pay us
payer-we_pay = We pay them
payer-both = Both sides pay
payer-none = No payment
data_place-on_site = on site
data_place-remote = by remote desktop
data_place-masked = on masked samples
data_place-may_leave = data may leave
data_place-no_data = no data involved
partnership-project = Paid project
partnership-joint = Joint product or venture
partnership-agency = Agency, reselling
partnership-supply = Supply of goods
partnership-investment = Investment
partnership-space = Space, premises
partnership-other = Something else
money-from = from { $amount }
money-to = up to { $amount }

## The core nine
item-company = Company
item-offer = Offer
item-proof = Proof
item-need = Need
item-payer = Who pays
item-budget = Budget
item-start = Start
item-data_place = Work on data
item-partnership = Form

ask = { $question } ({ $known } of { $total } done)
ask-opening = In your own words: what does your company do, for whom, and what are you after in the other country? One message is fine.
ask-company = What is your company's { $missing }?
ask-country = Is your company in India or in China?
ask-offer = What does your company offer?
ask-proof = What proves it: how many live customers, which certificates?
ask-need = What do you need from a partner? As exactly as you can.
ask-payer = Who pays whom?
ask-budget = What budget or price range, in which currency?
ask-currency = In which currency is that budget?
ask-start = When should it start, or be done?
ask-data_place = Whose data is worked on, and how may it be done?
ask-partnership = What form of partnership?
ask-edit = { $what } now says: { $now }. What should it say instead?
tap-skip = Skip

skipped = Skipped. { $price }
price-company = The less is known of a company, the less partners trust it.
price-offer = Without an offer nobody can find you; only your need is matched.
price-proof = Without proof you rank behind firms that show some.
price-need = Without a need I can only look for firms that want your offer.
price-payer = Without it I may suggest partners who expect to be paid as well.
price-budget = Without it I cannot leave out partners who are too dear or too small.
price-start = Without it some partners may not be free in time.
price-data_place = Without it about half of the data teams cannot be judged.
price-partnership = Without it I may suggest partners who want another form.
back-nothing = This is the first question.
need-something = I need at least one offer or one need to look for partners.

## Summary, confirming
summary = Please check:
summary-line = { $number }. { $what }: { $answer }
summary-abroad = Nameless summary shown abroad: yes
summary-not-abroad = Nameless summary shown abroad: no, staff ask for you
confirm = Is this right? Say "change 5" to change a line.
edit-which = Which line? Say its number, for example "change 5".
live = Confirmed, your company is live.
quiet = Confirmed. You can look for partners now; your company is shown to nobody, our staff ask for you.
settled = Your profile is live. Tell me any change, or ask for partners.
settled-quiet = Your profile is confirmed and shown to nobody. Tell me any change, or ask for partners.
settled-paused = Your profile is paused, nobody sees it.
tap-confirm = Looks right
tap-edit = Change something
tap-summary = My profile

## Partners
found = { $count ->
    [one] One partner fits:
   *[other] { $count } partners fit, the best first:
}
found-again = { $count ->
    [one] Nobody new yet. This one still stands:
   *[other] Nobody new yet. These { $count } still stand:
}
found-more = { $count ->
    [one] One more:
   *[other] { $count } more:
}
found-line = { $number }. { $reason }
found-how = Pick a number to answer or to ask why. Names come after both sides agree.
empty = Nobody fits well enough yet, so I show nobody.
empty-seekers = { $count ->
    [0] Nobody is looking for what you offer so far.
    [one] { $count } company abroad is looking for what you offer.
   *[other] { $count } companies abroad are looking for what you offer.
}
no-more = There are no more good fits for now. New companies are compared with you as they come.
which-one = Which one?
partner-gone = That partner is no longer available.
they-see = They would see this, no name, no contact: { $text } Shall I send it?
they-see-nothing = You have not allowed a summary abroad, so our staff would ask them for you. Shall I pass it on?
sent = Sent. If they want it too, I write here and staff bring you together.
sent-by-staff = Passed on: our staff ask them for you, and I write here with the answer.
wanted = A company in the other country is interested in you:
wanted-summary = What I may tell of it, name after both agree: { $text }
mutual = Both sides are interested! Our staff bring you together by { $day } and check with you before any name is given.
refused = Noted, I won't show them again. Why, if you like?
refused-why = Thank you, that helps.
refuse-wrong_thing = Not what we need
refuse-too_small = Too small
refuse-too_big = Too big
refuse-budget = Budget
refuse-place = Place
refuse-other = Another reason
tap-number = Number { $number }
tap-want = Interested
tap-refuse = Not for me
tap-why = Why?
tap-more = More
tap-matches = Show partners
tap-send = Yes, send

## A person
human = Of course. A colleague of ours writes to you here by { $day }. I keep quiet until then, and keep what you write.
human-cancelled = All right, I'm back.
tap-cancel = Cancel
cancelled = Left as it was.

## The account
language-which = Which language?
language-changed = We go on in English.
answer-data = I store what you tell me about your company, encrypted, to find partners. People's names and phones never go into matching. Nobody sees your company's name before both sides agree. You can export or delete everything.
stored-abroad = Shown abroad: a nameless, translated summary.
stored-not-abroad = Shown abroad: nothing.
export = Your record is ready, here is all of it. Our messages stand above in this chat.
export-nothing = I keep nothing about your company so far.
paused = Paused: nobody is shown to you, and you are shown to nobody.
pause-draft = Nothing is shown to anyone yet, so there is nothing to pause.
resumed = All is active again.
sure-delete = Delete everything about your company for good? This cannot be undone.
deleted = Deleted. Write any time to start anew.
sure-restart = Start over and take back all answers so far?
restarted = We start over.
tap-export = Export
tap-delete = Delete everything
tap-resume = Resume
tap-sure-delete = Yes, delete
tap-sure-restart = Yes, start over

## The record, as it is given out
record-true = yes
record-false = no
record-id = number
record-country = country
record-name = name
record-city = city
record-language = language
record-sector = trade
record-headcount = people
record-offers = offers
record-needs = needs
record-hard_constraints = requirements
record-status = status
record-source = came from
record-created = first stored
record-updated = last changed
record-facts = statements
record-withdrawn_facets = taken out
record-contacts = contact
record-conversations = conversations
record-suggestions = partners shown
record-text = words
record-quote = as said
record-side = side
record-by = said by
record-withdrawn = withdrawn
record-conversation_id = chat
record-channel = channel
record-mode = answered by
record-wants_human = wants a person
record-consents = consents
record-kind = about
record-given = given
record-wording = wording
record-at = time
record-answer = answer
record-reason = reason
record-answered = answered

## Small talk and questions
small-greeting = Hello!
small-thanks = You're welcome.
small-ok = Good.
small-small_talk = I'm better at partners than at small talk.
small-empty = Noted with a smile.
small-insult = I'm sorry this annoys you. I only ask what is still open.
small-order = I keep to my rules, and nobody can buy or order a place in the list.
small-other_language = I speak English, Hindi and Chinese; please write in one of them.
answer-ask_price = Free at present, for both sides. Places in the list are not for sale.
answer-ask_wechat = No. You stay here; I carry the messages to their WeChat and back, translated.
answer-ask_telegram = No. You stay in WeChat; I carry the messages to their Telegram and back, translated.
answer-ask_who = I'm the AI assistant of Plaza, which matches Indian and Chinese companies. Real staff stand behind me.
answer-ask_length = About 5 minutes: nine points, several in one message if you like.
answer-ask_other = I don't know that. A colleague can answer it.
answer-help = Tell me what you offer and need. You can say: back, skip, undo, summary, change 5, partners, pause, export, delete, language, person.
not-understood = I couldn't make that out.
not-understood-again = I still can't make that out, sorry. Would you rather talk to a person?
