package extract

// sense is what a cue does with somebody's word.
type sense int

const (
	says      sense = iota + 1 // gives it
	announces                  // makes it public on the speaker's own account
	alleges                    // gives it as a charge
	testifies                  // gives it under oath
	rules                      // decides, as a court does
	shows                      // a document's way of saying
	denies                     // says that it is not so
	holds                      // an attitude or act, which the copy itself asserts
)

// takes is what must stand with a cue for it to be one, as a set.
type takes int

const (
	quotation takes = 1 << iota // words in quotation marks
	that                        // a clause after "that"
	clause                      // a clause
	aside                       // the sentence around it: "…, she said."
	how                         // a clause after "how", "why", "whether"
	to                          // an infinitive
	object                      // a noun
	about                       // a noun after a preposition
	alone                       // nothing
)

const (
	speech   = quotation | that | clause | aside
	anything = speech | how | to | object | about | alone
	told     = speech | how
)

// verbTable is the lexicon of verbs by which news copy gives somebody's word
// or attitude. Each is a base form; "call+for" is a verb with its particle.
// The words are common English; which of them are kept, and with what they
// must stand, was settled by how often each marks an attribution in the
// training half of PolNeAR; rare ones follow their kin.
var verbTable = []struct {
	sense sense
	takes takes
	verbs string
}{
	{says, anything, `say`},
	{says, speech | how | object | about | alone, `write tweet retweet opine quip joke remark recount recall reiterate
		lament interject emphasize emphasise stress warn`},
	{says, speech | how | object, `tell`},
	{says, speech, `add respond reply counter retort conclude explain state tout repeat muse shout exclaim chime
		observe wonder elaborate rejoin caution intone answer declare`},
	{says, anything, `report+on`},
	{announces, object, `report post`},
	{says, quotation | that, `begin continue go+on`},
	{says, speech | to, `insist assert contend argue claim complain predict`},
	{says, speech | how | about, `note notice point+out mention underscore argue acknowledge concede admit
		suggest hint imply insinuate speculate estimate project forecast caution boast brag reply email text`},
	{says, quotation | that | aside, `post`},
	{says, speech | how | object | about, `reveal disclose confirm acknowledge cite quote reference invoke reassure assure remind
		describe explain recall outline detail mention express voice discuss`},
	{says, that | aside | quotation, `maintain`},
	{says, that | clause | aside | quotation, `report affirm proclaim declare relate attest learn understand`},
	{says, anything, `put+it refer+to point+to allude+to talk+about speak+about speak+of warn+of warn+about dub liken
		characterize characterise label portray call+it`},
	{says, quotation | that | object, `call`},
	{announces, speech | how | to | object, `announce unveil`},
	{announces, that | clause | to | aside, `pledge vow promise swear agree`},
	{alleges, speech | how | object | about | to, `allege accuse charge blame purport`},
	{testifies, speech | how | about | alone, `testify`},
	{rules, that | clause | aside | about | to, `rule`},
	{shows, object, `show suggest underscore`},
	{shows, that | clause | aside | how, `show indicate find determine reveal demonstrate conclude suggest`},
	{holds, object, `note declare claim estimate project email report post argue counter`},
	{says, how | about, `wonder learn`},
	{says, to | alone, `write conclude acknowledge describe argue note`},
	{says, to, `explain`},
	{denies, anything, `deny dispute rebut refute disavow`},

	{holds, anything, `criticize criticise denounce condemn blast slam decry deride assail lambaste mock ridicule bemoan chide
		rebuke berate scold rail lash+out rip praise applaud hail laud commend thank congratulate endorse
		oppose reject dismiss defend question challenge urge advocate call+for call+on call+out press+for push+for insist+on
		balk vouch distance echo agree disagree object+to apologize apologise respond complain insult attack admire debate tout shame
		back+off side+with sound+off weigh+in chant booed yell scream boo`},
	{holds, anything, `want hope expect believe fear doubt wish worry think prefer intend favor favour seek plan+to aim+to
		propose refuse vow pledge promise threaten demand request recommend ask consider deem
		view regard envision foresee recognize recognise support back feel suspect regret assume welcome`},
	{holds, to | that | clause | aside | object | quotation, `seem appear`},
	{holds, to | quotation, `decline`},
	{holds, anything, `hear understand commit+to look+to decide+to opt know see vote+for vote+against order
		remember realize realise nominate appoint plead signal highlight encourage promote credit
		attribute champion mull resonate react comment issue anger reject love hate mean+to laud rattle
		expose lay+out brush+off embrace`},
	{holds, anything, `like dislike prefer relish resent despise loathe detest revere distrust mistrust mourn disappoint dwell fixate obsess
		agonize agonise fret gloat ponder contemplate anticipate imagine guess reckon surmise underestimate overstate
		underplay interpret calculate hypothesize theorize posit marvel trust
		persuade convince instruct exhort implore plead inform preach harangue lecture prescribe ban
		articulate utter recite convey confide confess profess intimate clarify reaffirm reassert restate recant retract walk+back
		parrot paraphrase herald foreshadow telegraph publicize publicise spotlight downplay play+down stand+by speak+out
		hammer excoriate castigate admonish reprimand upbraid chastise disparage denigrate belittle demean malign vilify smear
		savage deplore repudiate renounce disown rebuff contradict scorn trash satirize poke+fun heckle taunt
		infuriate outrage startle mystify unsettle terrify scare extol gush scoff fume bark growl bristle
		paint depict frame nickname title peg list name offer talk negotiate co-sponsor approve aim+at go+after seize+on
		come+out vote+to sue circulate surface slam diverge acquiesce resist veto quarrel squabble conflate tolerate sugarcoat
		tamp+down inveigh evince espouse nullify strive opt`},
	{holds, quotation | that | about, `read provide`},
	{holds, quotation | that | about | object, `share`},
}

// irregular gives the past and the participle of verbs in the lexicon that
// don't form them with -ed.
var irregular = map[string][2]string{
	"say": {"said", "said"}, "tell": {"told", "told"}, "write": {"wrote", "written"}, "find": {"found", "found"},
	"think": {"thought", "thought"}, "know": {"knew", "known"}, "see": {"saw", "seen"}, "speak": {"spoke", "spoken"},
	"put": {"put", "put"}, "feel": {"felt", "felt"}, "hear": {"heard", "heard"}, "seek": {"sought", "sought"},
	"understand": {"understood", "understood"}, "foresee": {"foresaw", "foreseen"}, "swear": {"swore", "sworn"},
	"read": {"read", "read"}, "lay": {"laid", "laid"}, "mean": {"meant", "meant"}, "show": {"showed", "shown"}, "hold": {"held", "held"}, "go": {"went", "gone"}, "begin": {"began", "begun"},
}

// doubled are verbs that double their last letter before -ed and -ing.
const doubled = `prefer slam peg ban admit rebut brag plan refer quip dub rip chat rap commit opt`
