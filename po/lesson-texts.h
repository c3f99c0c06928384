/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Made by po/lesson_texts.py from resources/lessons, for gettext alone. */

#error "This file is for xgettext and is never compiled."

/* 01-three-needs.lesson */
/* Translators: title in the lesson 01-three-needs. */
NC_ ("lesson", "Three needs, three causes")
/* Translators: summary in the lesson 01-three-needs. */
NC_ ("lesson", "What the second heart needs to work, and what makes it fail.")
/* Translators: caption in the lesson 01-three-needs. */
NC_ ("lesson", "Your calf is a pump for blood. It needs three things: a healthy calf muscle, valves that close, and movement.")
/* Translators: clinical in the lesson 01-three-needs. */
NC_ ("lesson", "The calf pump needs a competent muscle, competent venous valves, and activity.")
/* Translators: caption in the lesson 01-three-needs. */
NC_ ("lesson", "First need: a healthy calf muscle. First cause of trouble: a calf muscle that is not healthy. That is very rare.")
/* Translators: clinical in the lesson 01-three-needs. */
NC_ ("lesson", "Failure by muscle disease is very rare. Weak contraction lowers the ejected volume.")
/* Translators: caption in the lesson 01-three-needs. */
NC_ ("lesson", "Second need: valves that close. Second cause: valves that leak. That is very common.")
/* Translators: clinical in the lesson 01-three-needs. */
NC_ ("lesson", "Failure by valvular incompetence is very common: reflux refills the calf from above.")
/* Translators: caption in the lesson 01-three-needs. */
NC_ ("lesson", "Third need: movement. Third cause: keeping still. That is very common, too.")
/* Translators: clinical in the lesson 01-three-needs. */
NC_ ("lesson", "Failure by inactivity is very common: without contraction there is no ejection.")
/* Translators: ask in the lesson 01-three-needs. */
NC_ ("lesson", "The walker stops and stands still. What happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 01-three-needs. */
NC_ ("lesson", "It goes down. The leg is resting.")
/* Translators: because.falls in the lesson 01-three-needs. */
NC_ ("lesson", "In this leg the pressure fell. Something here still moves the blood.")
/* Translators: choice.stays in the lesson 01-three-needs. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 01-three-needs. */
NC_ ("lesson", "In this leg nothing much changed. Stillness had no more to take away.")
/* Translators: choice.rises in the lesson 01-three-needs. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 01-three-needs. */
NC_ ("lesson", "The pump stopped. Blood filled the veins again, and its weight pressed on the ankle.")

/* 02-the-calf-pump.lesson */
/* Translators: title in the lesson 02-the-calf-pump. */
NC_ ("lesson", "What the calf pump is")
/* Translators: summary in the lesson 02-the-calf-pump. */
NC_ ("lesson", "How a muscle in your leg sends blood back up to the heart.")
/* Translators: caption in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Here someone stands still. The blood in the veins hardly moves. It reaches like a column all the way up to the heart.")
/* Translators: clinical in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Quiet standing: a continuous column of blood; ankle pressure is hydrostatic.")
/* Translators: caption in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Now the heels go up. The calf muscle gets thick and squeezes the deep veins like a sponge.")
/* Translators: clinical in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Heel raise: the calf contracts and raises intramuscular pressure around the deep veins.")
/* Translators: ask in the lesson 02-the-calf-pump. */
NC_ ("lesson", "What does the squeeze do to the blood in the calf?")
/* Translators: choice.falls in the lesson 02-the-calf-pump. */
NC_ ("lesson", "There will be less blood in the calf.")
/* Translators: because.falls in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Each squeeze sends blood up to the heart. Then the calf holds less of it.")
/* Translators: choice.stays in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Just as much blood stays there.")
/* Translators: because.stays in the lesson 02-the-calf-pump. */
NC_ ("lesson", "In this leg the squeeze moved hardly any blood. Look at the muscle and the valves.")
/* Translators: choice.rises in the lesson 02-the-calf-pump. */
NC_ ("lesson", "There will be more blood in the calf.")
/* Translators: because.rises in the lesson 02-the-calf-pump. */
NC_ ("lesson", "In this leg more blood came than went. Look at what the valves do.")
/* Translators: caption in the lesson 02-the-calf-pump. */
NC_ ("lesson", "The heels come down and the muscle gets soft. The veins fill again, slowly, from the foot.")
/* Translators: clinical in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Relaxation: deep veins refill by arterial inflow and through the perforators.")
/* Translators: caption in the lesson 02-the-calf-pump. */
NC_ ("lesson", "When you walk, each step is a squeeze. That is why people call the calf a second heart.")
/* Translators: clinical in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Walking: each stance phase ejects blood; mean ankle pressure settles far below standing.")
/* Translators: ask in the lesson 02-the-calf-pump. */
NC_ ("lesson", "Draw the pressure at the ankle while this person starts to walk.")
/* Translators: because in the lesson 02-the-calf-pump. */
NC_ ("lesson", "With each step the calf lifts blood out of the leg. The pressure falls step by step, then it stays low as long as the walk goes on.")

/* 03-what-valves-do.lesson */
/* Translators: title in the lesson 03-what-valves-do. */
NC_ ("lesson", "What valves do")
/* Translators: summary in the lesson 03-what-valves-do. */
NC_ ("lesson", "Small doors in the veins let blood up and not down.")
/* Translators: caption in the lesson 03-what-valves-do. */
NC_ ("lesson", "Inside the veins are little doors, the valves. Each has two thin flaps that point to the heart.")
/* Translators: clinical in the lesson 03-what-valves-do. */
NC_ ("lesson", "Bicuspid venous valves: two leaflets in a sinus, oriented toward the heart.")
/* Translators: caption in the lesson 03-what-valves-do. */
NC_ ("lesson", "Blood that goes up pushes the flaps open. Blood that wants to fall back pushes them shut.")
/* Translators: clinical in the lesson 03-what-valves-do. */
NC_ ("lesson", "Antegrade flow opens the leaflets; brief retrograde flow closes them within half a second.")
/* Translators: caption in the lesson 03-what-valves-do. */
NC_ ("lesson", "A valve does not push. The muscle pushes, and the valve only says: this way.")
/* Translators: clinical in the lesson 03-what-valves-do. */
NC_ ("lesson", "Valves rectify; the energy comes from the muscle.")
/* Translators: caption in the lesson 03-what-valves-do. */
NC_ ("lesson", "What if no valve in the leg could close? The squeeze comes, and blood falls right back.")
/* Translators: clinical in the lesson 03-what-valves-do. */
NC_ ("lesson", "Total incompetence: ejection is followed by immediate axial reflux.")
/* Translators: ask in the lesson 03-what-valves-do. */
NC_ ("lesson", "No valve closes any more. How much blood falls back?")
/* Translators: choice.falls in the lesson 03-what-valves-do. */
NC_ ("lesson", "Less than before.")
/* Translators: because.falls in the lesson 03-what-valves-do. */
NC_ ("lesson", "In this leg less blood fell back than before.")
/* Translators: choice.stays in the lesson 03-what-valves-do. */
NC_ ("lesson", "As much as before.")
/* Translators: because.stays in the lesson 03-what-valves-do. */
NC_ ("lesson", "In this leg the open valves made hardly any change.")
/* Translators: choice.rises in the lesson 03-what-valves-do. */
NC_ ("lesson", "More than before.")
/* Translators: because.rises in the lesson 03-what-valves-do. */
NC_ ("lesson", "Nothing stops the blood on its way down. It falls back between two squeezes.")
/* Translators: caption in the lesson 03-what-valves-do. */
NC_ ("lesson", "When you stand still, all valves are open, in a healthy leg, too. They show what they can do when you move.")
/* Translators: clinical in the lesson 03-what-valves-do. */
NC_ ("lesson", "At rest valves are open in health and disease alike; reflux needs a provocation.")

/* 04-five-ways.lesson */
/* Translators: title in the lesson 04-five-ways. */
NC_ ("lesson", "Five ways to start the pump")
/* Translators: summary in the lesson 04-five-ways. */
NC_ ("lesson", "Running, hiking, stairs, cycling and swimming all make the calf squeeze.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "First, someone stands still. Look at the pressure at the ankle. It is high.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Baseline: quiet standing, hydrostatic ankle pressure.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "One: running. Quick, strong steps. The calf hardly has time to fill.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Running: high cadence, short refilling time, low mean ankle pressure.")
/* Translators: ask in the lesson 04-five-ways. */
NC_ ("lesson", "Standing still, the pressure at the ankle was high. How low will it go on a run?")
/* Translators: choice.below-45 in the lesson 04-five-ways. */
NC_ ("lesson", "Below half of it.")
/* Translators: because.below-45 in the lesson 04-five-ways. */
NC_ ("lesson", "Running is one of the best ways to start the pump. Step by step the pressure falls.")
/* Translators: choice.45-to-75 in the lesson 04-five-ways. */
NC_ ("lesson", "A little lower.")
/* Translators: because.45-to-75 in the lesson 04-five-ways. */
NC_ ("lesson", "On this run the pump took away some of the load, but not half of it.")
/* Translators: choice.above-75 in the lesson 04-five-ways. */
NC_ ("lesson", "It stays high.")
/* Translators: because.above-75 in the lesson 04-five-ways. */
NC_ ("lesson", "On this run the pump did not do much. Look at the muscle and at the valves.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "Two: hiking. Up and down hill, the ankle bends far, and the calf works with each step.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Hiking: large ankle range and high calf force at a moderate cadence.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "Three: stairs. Each step lifts your whole weight, so the calf squeezes hard.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Stair climbing: high calf force at a moderate cadence.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "Four: cycling. It works best when the toes point down with each turn.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Cycling with plantar flexion in each pedal stroke activates the calf.")
/* Translators: caption in the lesson 04-five-ways. */
NC_ ("lesson", "Five: swimming. You lie flat, so gravity does not pull the blood down, and the kicks pump.")
/* Translators: clinical in the lesson 04-five-ways. */
NC_ ("lesson", "Swimming: no hydrostatic column, plus the calf's work with each kick.")
/* Translators: ask in the lesson 04-five-ways. */
NC_ ("lesson", "Swimming after cycling: what happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 04-five-ways. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 04-five-ways. */
NC_ ("lesson", "In the water the body lies flat. Leg and heart are level, so hardly any weight of blood presses on the ankle.")
/* Translators: choice.stays in the lesson 04-five-ways. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 04-five-ways. */
NC_ ("lesson", "Here the two were about as good as each other.")
/* Translators: choice.rises in the lesson 04-five-ways. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 04-five-ways. */
NC_ ("lesson", "Here the ride was even better for the leg than the swim.")

/* 05-cycling.lesson */
/* Translators: title in the lesson 05-cycling. */
NC_ ("lesson", "Cycling with flat feet")
/* Translators: summary in the lesson 05-cycling. */
NC_ ("lesson", "On a bicycle the pump only starts when the toes point.")
/* Translators: caption in the lesson 05-cycling. */
NC_ ("lesson", "Before the ride someone sits still. The legs hang down, and the pump is off.")
/* Translators: clinical in the lesson 05-cycling. */
NC_ ("lesson", "Sitting before the ride: legs dependent, pump idle.")
/* Translators: caption in the lesson 05-cycling. */
NC_ ("lesson", "Now the toes point down with each turn. The calf gets short and thick, and it pumps.")
/* Translators: clinical in the lesson 05-cycling. */
NC_ ("lesson", "Plantar flexion with each stroke: the calf contracts and ejects.")
/* Translators: caption in the lesson 05-cycling. */
NC_ ("lesson", "Now the foot stays flat. The knee still goes up and down, but the calf does little.")
/* Translators: clinical in the lesson 05-cycling. */
NC_ ("lesson", "Without ankle movement the thigh drives the pedal; the calf hardly contracts.")
/* Translators: ask in the lesson 05-cycling. */
NC_ ("lesson", "The feet go flat. What happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 05-cycling. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 05-cycling. */
NC_ ("lesson", "In this ride flat feet took more load off the leg than pointed toes.")
/* Translators: choice.stays in the lesson 05-cycling. */
NC_ ("lesson", "It stays the same. Cycling is cycling.")
/* Translators: because.stays in the lesson 05-cycling. */
NC_ ("lesson", "In this ride the feet made no great change.")
/* Translators: choice.rises in the lesson 05-cycling. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 05-cycling. */
NC_ ("lesson", "With flat feet the calf hardly squeezes. The knees move, but the pump is nearly off.")
/* Translators: caption in the lesson 05-cycling. */
NC_ ("lesson", "Point your toes with each turn, and the pump is back. You can try it on your next ride.")
/* Translators: clinical in the lesson 05-cycling. */
NC_ ("lesson", "Advice: use the full ankle range with each stroke.")

/* 06-sitting-all-day.lesson */
/* Translators: title in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Sitting all day")
/* Translators: summary in the lesson 06-sitting-all-day. */
NC_ ("lesson", "What happens in a leg that keeps still, and how little it takes to help.")
/* Translators: caption in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Someone sits down at a desk in the morning. The leg is slim and fresh.")
/* Translators: clinical in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Start of the day: interstitial volume at its morning value.")
/* Translators: caption in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Now the clock runs fast, an hour in a minute. Nothing moves, and water seeps out of the blood.")
/* Translators: clinical in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Seated and still: capillary filtration exceeds lymph flow; edema builds up over hours.")
/* Translators: ask in the lesson 06-sitting-all-day. */
NC_ ("lesson", "What happens to the leg in two hours of sitting still?")
/* Translators: choice.falls in the lesson 06-sitting-all-day. */
NC_ ("lesson", "It gets slimmer.")
/* Translators: because.falls in the lesson 06-sitting-all-day. */
NC_ ("lesson", "In this leg water left faster than it came.")
/* Translators: choice.stays in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Nothing. The person just sits.")
/* Translators: because.stays in the lesson 06-sitting-all-day. */
NC_ ("lesson", "In this leg almost no water gathered.")
/* Translators: choice.rises in the lesson 06-sitting-all-day. */
NC_ ("lesson", "It swells a little.")
/* Translators: because.rises in the lesson 06-sitting-all-day. */
NC_ ("lesson", "The pressure stays high for hours. Little by little, water leaves the blood for the tissue.")
/* Translators: caption in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Now move your feet up and down. The pump starts, right there in the chair.")
/* Translators: clinical in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Seated ankle pumps: ankle pressure falls within a minute.")
/* Translators: ask in the lesson 06-sitting-all-day. */
NC_ ("lesson", "The feet move in the chair. What happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 06-sitting-all-day. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 06-sitting-all-day. */
NC_ ("lesson", "You do not have to stand up to pump. Moving the ankles is enough to start.")
/* Translators: choice.stays in the lesson 06-sitting-all-day. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Here the feet did too little. Try to bend the ankle as far as it goes.")
/* Translators: choice.rises in the lesson 06-sitting-all-day. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Here the squeezes pushed more than they drained. Look at the valves.")
/* Translators: caption in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Best of all, get up and walk for a few minutes, about every 30 to 60 minutes.")
/* Translators: clinical in the lesson 06-sitting-all-day. */
NC_ ("lesson", "Interrupting sitting with walking; no trial fixes the exact interval.")

/* 07-leaking-vein.lesson */
/* Translators: title in the lesson 07-leaking-vein. */
NC_ ("lesson", "A leaking vein under the skin")
/* Translators: summary in the lesson 07-leaking-vein. */
NC_ ("lesson", "The great saphenous vein leaks: blood goes round in a circle.")
/* Translators: caption in the lesson 07-leaking-vein. */
NC_ ("lesson", "First a healthy leg on a walk. Each step sends blood up, and the valves keep it there.")
/* Translators: clinical in the lesson 07-leaking-vein. */
NC_ ("lesson", "Healthy reference: walking, competent valves.")
/* Translators: caption in the lesson 07-leaking-vein. */
NC_ ("lesson", "Now the long vein under the skin leaks, from the groin to the ankle.")
/* Translators: clinical in the lesson 07-leaking-vein. */
NC_ ("lesson", "Great saphenous incompetence from groin to ankle.")
/* Translators: ask in the lesson 07-leaking-vein. */
NC_ ("lesson", "The vein leaks. What happens to the pressure at the ankle on the walk?")
/* Translators: choice.falls in the lesson 07-leaking-vein. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 07-leaking-vein. */
NC_ ("lesson", "In this leg the leak did not stop the pump at all.")
/* Translators: choice.stays in the lesson 07-leaking-vein. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 07-leaking-vein. */
NC_ ("lesson", "In this leg the pump made up for the leak.")
/* Translators: choice.rises in the lesson 07-leaking-vein. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 07-leaking-vein. */
NC_ ("lesson", "Between two steps, blood falls back down the leaking vein. The calf pumps the same blood again and again.")
/* Translators: caption in the lesson 07-leaking-vein. */
NC_ ("lesson", "Look at one valve. Its flaps no longer meet, so blood falls back between them.")
/* Translators: clinical in the lesson 07-leaking-vein. */
NC_ ("lesson", "Incompetent leaflets with a reverse jet after each contraction.")
/* Translators: caption in the lesson 07-leaking-vein. */
NC_ ("lesson", "Side by side, on one clock: this leg and a healthy one.")
/* Translators: clinical in the lesson 07-leaking-vein. */
NC_ ("lesson", "Side by side: reflux against a competent great saphenous vein.")
/* Translators: caption in the lesson 07-leaking-vein. */
NC_ ("lesson", "A leg like this may ache, throb, swell or feel tired, most of all in the evening.")
/* Translators: clinical in the lesson 07-leaking-vein. */
NC_ ("lesson", "Symptoms of chronic venous disease: ache, throbbing, swelling, fatigue, worse late in the day.")

/* 08-weak-calf.lesson */
/* Translators: title in the lesson 08-weak-calf. */
NC_ ("lesson", "When the calf is weak")
/* Translators: summary in the lesson 08-weak-calf. */
NC_ ("lesson", "The valves are fine, but the muscle has little strength.")
/* Translators: caption in the lesson 08-weak-calf. */
NC_ ("lesson", "A strong calf on a walk. The squeeze is short and firm.")
/* Translators: clinical in the lesson 08-weak-calf. */
NC_ ("lesson", "Healthy calf: normal ejection with each stance phase.")
/* Translators: caption in the lesson 08-weak-calf. */
NC_ ("lesson", "Now the calf has lost most of its strength. The valves still work.")
/* Translators: clinical in the lesson 08-weak-calf. */
NC_ ("lesson", "Calf strength reduced to a quarter; valves competent.")
/* Translators: ask in the lesson 08-weak-calf. */
NC_ ("lesson", "What does the weak calf do to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 08-weak-calf. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 08-weak-calf. */
NC_ ("lesson", "In this leg the weak calf did even better.")
/* Translators: choice.stays in the lesson 08-weak-calf. */
NC_ ("lesson", "It stays the same. The valves are fine.")
/* Translators: because.stays in the lesson 08-weak-calf. */
NC_ ("lesson", "In this leg the calf was still strong enough.")
/* Translators: choice.rises in the lesson 08-weak-calf. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 08-weak-calf. */
NC_ ("lesson", "A soft squeeze leaves blood behind in the veins. Good valves alone do not lift it.")
/* Translators: caption in the lesson 08-weak-calf. */
NC_ ("lesson", "Muscles can be trained. With more strength the pump gets better step by step.")
/* Translators: clinical in the lesson 08-weak-calf. */
NC_ ("lesson", "Exercise training improves ejection fraction and residual volume, not reflux.")
/* Translators: ask in the lesson 08-weak-calf. */
NC_ ("lesson", "The calf is stronger now. What happens to the pressure?")
/* Translators: choice.falls in the lesson 08-weak-calf. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 08-weak-calf. */
NC_ ("lesson", "More strength means a better squeeze, and so less blood stays behind.")
/* Translators: choice.stays in the lesson 08-weak-calf. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 08-weak-calf. */
NC_ ("lesson", "In this leg the training did not change much yet.")
/* Translators: choice.rises in the lesson 08-weak-calf. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 08-weak-calf. */
NC_ ("lesson", "In this leg the training did not help the pump.")

/* 09-stocking.lesson */
/* Translators: title in the lesson 09-stocking. */
NC_ ("lesson", "What a stocking does, and what it does not")
/* Translators: summary in the lesson 09-stocking. */
NC_ ("lesson", "A compression stocking makes veins narrow. It does not mend valves.")
/* Translators: caption in the lesson 09-stocking. */
NC_ ("lesson", "This leg has a leaking vein under the skin. It stands still without a stocking.")
/* Translators: clinical in the lesson 09-stocking. */
NC_ ("lesson", "Great saphenous incompetence, quiet standing, no compression.")
/* Translators: caption in the lesson 09-stocking. */
NC_ ("lesson", "Now it wears a stocking. The stocking holds the leg from outside, most at the ankle.")
/* Translators: clinical in the lesson 09-stocking. */
NC_ ("lesson", "Graduated compression: highest at the ankle, falling up the leg.")
/* Translators: ask in the lesson 09-stocking. */
NC_ ("lesson", "What does the stocking do to the blood in the calf?")
/* Translators: choice.falls in the lesson 09-stocking. */
NC_ ("lesson", "There is less of it.")
/* Translators: because.falls in the lesson 09-stocking. */
NC_ ("lesson", "The veins are narrower now, so they hold less blood.")
/* Translators: choice.stays in the lesson 09-stocking. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 09-stocking. */
NC_ ("lesson", "This stocking was too soft to change much.")
/* Translators: choice.rises in the lesson 09-stocking. */
NC_ ("lesson", "There is more of it.")
/* Translators: because.rises in the lesson 09-stocking. */
NC_ ("lesson", "Here more blood gathered than before.")
/* Translators: caption in the lesson 09-stocking. */
NC_ ("lesson", "The stocking is not a second pump. When you stand still, the weight of the blood is still there.")
/* Translators: clinical in the lesson 09-stocking. */
NC_ ("lesson", "Compression does not lower the hydrostatic pressure of quiet standing.")
/* Translators: ask in the lesson 09-stocking. */
NC_ ("lesson", "And the pressure in the vein at the ankle, standing still with the stocking?")
/* Translators: choice.falls in the lesson 09-stocking. */
NC_ ("lesson", "It is much lower.")
/* Translators: because.falls in the lesson 09-stocking. */
NC_ ("lesson", "In this leg the pressure fell. Something else than the stocking helped.")
/* Translators: choice.stays in the lesson 09-stocking. */
NC_ ("lesson", "It is about the same.")
/* Translators: because.stays in the lesson 09-stocking. */
NC_ ("lesson", "The column of blood up to the heart is as tall as before. What gets better is how much blood and water gather.")
/* Translators: choice.rises in the lesson 09-stocking. */
NC_ ("lesson", "It is much higher.")
/* Translators: because.rises in the lesson 09-stocking. */
NC_ ("lesson", "In this leg the pressure rose.")
/* Translators: caption in the lesson 09-stocking. */
NC_ ("lesson", "Stocking and walking go well together: narrow veins, and a pump that runs.")
/* Translators: clinical in the lesson 09-stocking. */
NC_ ("lesson", "Compression with activity: smaller reflux volume, better ejection.")
/* Translators: caption in the lesson 09-stocking. */
NC_ ("lesson", "Ask a doctor first if the arteries of your legs are narrow or have a bypass. Ask, too, if you have a weak heart, diabetes, numb feet, sore skin, or an allergy to the fabric.")
/* Translators: clinical in the lesson 09-stocking. */
NC_ ("lesson", "Not in severe arterial disease, over a bypass under the skin, in severe heart failure, severe neuropathy, infected or weeping skin, or allergy to the material. Measure and fit professionally.")

/* 10-closing-a-vein.lesson */
/* Translators: title in the lesson 10-closing-a-vein. */
NC_ ("lesson", "What closing a vein does")
/* Translators: summary in the lesson 10-closing-a-vein. */
NC_ ("lesson", "A leaking vein can be closed. The blood takes another way.")
/* Translators: caption in the lesson 10-closing-a-vein. */
NC_ ("lesson", "This leg has a leaking vein under the skin. On a walk, blood falls back in it.")
/* Translators: clinical in the lesson 10-closing-a-vein. */
NC_ ("lesson", "Great saphenous incompetence while walking.")
/* Translators: caption in the lesson 10-closing-a-vein. */
NC_ ("lesson", "A clinic has closed the vein. Blood now goes up through the deep veins, which do most of the work in any leg.")
/* Translators: clinical in the lesson 10-closing-a-vein. */
NC_ ("lesson", "After closure of the great saphenous vein; drainage by the deep system.")
/* Translators: ask in the lesson 10-closing-a-vein. */
NC_ ("lesson", "The leaking vein is closed. How much blood falls back now?")
/* Translators: choice.falls in the lesson 10-closing-a-vein. */
NC_ ("lesson", "Less than before.")
/* Translators: because.falls in the lesson 10-closing-a-vein. */
NC_ ("lesson", "The way down is shut. What the calf sends up stays up.")
/* Translators: choice.stays in the lesson 10-closing-a-vein. */
NC_ ("lesson", "As much as before.")
/* Translators: because.stays in the lesson 10-closing-a-vein. */
NC_ ("lesson", "In this leg the blood found another way down. Other valves leak, too.")
/* Translators: choice.rises in the lesson 10-closing-a-vein. */
NC_ ("lesson", "More than before.")
/* Translators: because.rises in the lesson 10-closing-a-vein. */
NC_ ("lesson", "In this leg more blood fell back. Look which other valves leak.")
/* Translators: caption in the lesson 10-closing-a-vein. */
NC_ ("lesson", "Side by side: before and after. Whether this is right for a leg, a clinic finds out.")
/* Translators: clinical in the lesson 10-closing-a-vein. */
NC_ ("lesson", "Before and after closure. The indication needs a clinical and duplex examination.")
/* Translators: caption in the lesson 10-closing-a-vein. */
NC_ ("lesson", "When the deep valves leak as well, closing the vein under the skin helps less.")
/* Translators: clinical in the lesson 10-closing-a-vein. */
NC_ ("lesson", "With deep reflux, closure of the superficial vein leaves the axial reflux in place.")
/* Translators: ask in the lesson 10-closing-a-vein. */
NC_ ("lesson", "The deep valves leak, too. What happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 10-closing-a-vein. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 10-closing-a-vein. */
NC_ ("lesson", "In this leg the pressure fell all the same.")
/* Translators: choice.stays in the lesson 10-closing-a-vein. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 10-closing-a-vein. */
NC_ ("lesson", "In this leg the deep valves made no great change.")
/* Translators: choice.rises in the lesson 10-closing-a-vein. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 10-closing-a-vein. */
NC_ ("lesson", "Now the blood falls back inside the calf itself. That is why a clinic looks at all the veins first.")

/* 11-gravity.lesson */
/* Translators: title in the lesson 11-gravity. */
NC_ ("lesson", "Lying, sitting, standing")
/* Translators: summary in the lesson 11-gravity. */
NC_ ("lesson", "Why it feels good to put your legs up.")
/* Translators: caption in the lesson 11-gravity. */
NC_ ("lesson", "Standing, the heart is far above the ankle. A tall column of blood weighs on it.")
/* Translators: clinical in the lesson 11-gravity. */
NC_ ("lesson", "Standing: the ankle carries the whole hydrostatic column.")
/* Translators: caption in the lesson 11-gravity. */
NC_ ("lesson", "Sitting, the column is shorter, but the legs still hang down.")
/* Translators: clinical in the lesson 11-gravity. */
NC_ ("lesson", "Sitting: a shorter column at an idle pump.")
/* Translators: ask in the lesson 11-gravity. */
NC_ ("lesson", "From standing to sitting: what happens to the pressure at the ankle?")
/* Translators: choice.falls in the lesson 11-gravity. */
NC_ ("lesson", "It goes down.")
/* Translators: because.falls in the lesson 11-gravity. */
NC_ ("lesson", "The heart is nearer to the ankle now, so less blood weighs on it.")
/* Translators: choice.stays in the lesson 11-gravity. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 11-gravity. */
NC_ ("lesson", "Here nothing much changed.")
/* Translators: choice.rises in the lesson 11-gravity. */
NC_ ("lesson", "It goes up.")
/* Translators: because.rises in the lesson 11-gravity. */
NC_ ("lesson", "Here the pressure rose.")
/* Translators: caption in the lesson 11-gravity. */
NC_ ("lesson", "Lying, leg and heart are level. The blood flows home by itself.")
/* Translators: clinical in the lesson 11-gravity. */
NC_ ("lesson", "Supine: no hydrostatic column; ankle pressure a little above right atrial pressure.")
/* Translators: caption in the lesson 11-gravity. */
NC_ ("lesson", "With the leg up, the veins run empty. Thick pillows can hold the legs higher than the heart.")
/* Translators: clinical in the lesson 11-gravity. */
NC_ ("lesson", "Elevation above heart level: calf veins collapse and drain by gravity.")
/* Translators: ask in the lesson 11-gravity. */
NC_ ("lesson", "The leg goes up. What happens to the blood in the calf?")
/* Translators: choice.falls in the lesson 11-gravity. */
NC_ ("lesson", "It gets less.")
/* Translators: because.falls in the lesson 11-gravity. */
NC_ ("lesson", "Now the way to the heart leads down, so blood runs out of the calf by itself.")
/* Translators: choice.stays in the lesson 11-gravity. */
NC_ ("lesson", "It stays the same.")
/* Translators: because.stays in the lesson 11-gravity. */
NC_ ("lesson", "Here nothing much changed.")
/* Translators: choice.rises in the lesson 11-gravity. */
NC_ ("lesson", "It gets more.")
/* Translators: because.rises in the lesson 11-gravity. */
NC_ ("lesson", "Here the calf filled.")

/* 12-when-to-see-a-doctor.lesson */
/* Translators: title in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "When to see a doctor")
/* Translators: summary in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "What you can do first, what a clinic can do, and when to get help at once.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Legs that ache, swell, throb or get tired, most of all in the evening, may have a pump that does not work well. There are other causes, too.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Ache, swelling, throbbing and fatigue late in the day fit chronic venous disease, among other causes.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Two first steps: move more, and ask if a stocking is right for you.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "First steps: activity, and compression where nothing speaks against it.")
/* Translators: ask in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "This leg leaks. Does walking still help it?")
/* Translators: choice.falls in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Yes, the pressure goes down.")
/* Translators: because.falls in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "The pump is not as good as in a healthy leg, but it does work. Each step counts.")
/* Translators: choice.stays in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "No, nothing changes.")
/* Translators: because.stays in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "In this leg walking alone did not change much. That is a reason to have it looked at.")
/* Translators: choice.rises in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "No, it gets worse.")
/* Translators: because.rises in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "In this leg the pressure rose on the walk. That is a reason to have it looked at.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "One next step: a clinic can look at your legs, with a test that does not hurt, and say if more is needed.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Duplex ultrasound finds which valves leak and whether treatment is of use.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "See a doctor the same day if one leg has new pain, swells, gets warm or changes color. Do not rub it.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Unilateral new pain, swelling, warmth or color change: same-day assessment for deep vein thrombosis.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Call for help at once if you are suddenly short of breath, have pain in the chest, cough up blood or faint.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Sudden dyspnea, pleuritic chest pain, hemoptysis or syncope: emergency call.")
/* Translators: caption in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "If a vein bleeds, press on it firmly, lie down with the leg up, and get help at once.")
/* Translators: clinical in the lesson 12-when-to-see-a-doctor. */
NC_ ("lesson", "Bleeding varicosity: direct pressure, elevation, urgent referral.")
