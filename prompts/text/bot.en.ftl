# What the channels say themselves, in English.

trouble = Something went wrong on our side, and this message could not be answered. Nothing else you told me is lost. Please say it again, or in other words.
console-working = one moment …
console-back = Everything you said is kept. Come back with: { $command }
