package extract

import "sync"

var crimeWords = sync.OnceValue(func() map[string]bool {
	return set(`fraud fraudulent crime crimes criminal murder murdered rape raped assault assaulted theft stole stolen bribe
		bribes bribery corruption corrupt embezzled embezzlement laundering perjury extortion conspiracy conspired indicted
		indictment arrested convicted guilty felony felonies misdemeanor harassment harassed abuse abused lied illegal illegally
		unlawful unlawfully violated violation violations misconduct negligence breach breached defrauded deceived misled
		kickback kickbacks hacked hacking stalking smuggling trafficking`)
})

var blameWords = sync.OnceValue(func() map[string]bool {
	return set(`accused accuses accusing criticized criticised criticizes criticises blamed blames failed dismissed fired ousted
		lied liar racist sexist dishonest incompetent reckless unfit betrayed denounced condemned mocked attacked blasted
		slammed scandal disgraced threatened manipulated concealed hid ignored`)
})

var healthWords = sync.OnceValue(func() map[string]bool {
	return set(`health disease diseases cancer vaccine vaccines drug drugs patient patients hospital hospitals medical medicine
		virus infection infections illness died deaths death killed injured injuries suicide symptoms treatment diagnosis
		diagnosed pneumonia toxic dose overdose`)
})

var moneyWords = sync.OnceValue(func() map[string]bool {
	return set(`dollars euros pounds billion billions million millions multibillion-dollar trillion revenue revenues profit
		profits loss losses debt taxes salary wages budget deficit invested investment valuation shares stake`)
})

var superlativeWords = sync.OnceValue(func() map[string]bool {
	return set(`most least best worst first last only largest biggest smallest highest lowest oldest youngest unprecedented
		undisputed never record-breaking sole fastest`)
})

// resultWords are what a company reports of itself.
var resultWords = sync.OnceValue(func() map[string]bool {
	return set(`earnings revenue revenues profit profits loss losses sales income results growth margin margins bookings
		turnover deliveries`)
})
