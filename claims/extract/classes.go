package extract

import (
	"strings"
	"sync"
	"unicode"
)

// class is what a word can be, as a set: "her" is a determiner and a pronoun.
type class uint32

const (
	mark        class = 1 << iota // punctuation
	determiner                    // the, his, two
	subject                       // he, they, who: a pronoun that has a verb
	auxiliary                     // is, has, may
	preposition                   //
	subordinate                   // when, because, if: opens a clause
	relative                      // who, which, whose
	conjunction                   // and, or, but
	adverb                        // also, -ly
	past                          // a verb in the past
	present                       // a verb in the present
	calendar                      // days and months
	negation                      //
	number                        //
	crowd                         // people without a name: officials, sources
	office                        // one person without a name: spokesman, judge
	firm                          // company, agency
	document                      // what speaks as somebody's word: report, statement
	courtPaper                    // a document of a court
	publicity                     // a document by which a party speaks for itself
	hedge                         // reportedly
	given                         // a common first name
	title                         // Mr., President
	masculine                     // a first name or title of men
	feminine                      // of women
)

// classTable says which words are of which class.
var classTable = []struct {
	class class
	words string
}{
	{determiner, `the a an this that these those his her its their our my your some any no every each all both another
		several many few most more much one two three four five six seven eight nine ten`},
	{subject, `he she it they we i you who there`},
	{auxiliary, `is are was were be been being am has have had having do does did will would can could may might must shall
		should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
		isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t cannot
		it's he's she's that's there's they're we're i'm you're it’s he’s she’s that’s there’s they’re we’re i’m you’re
		i've we've they've i’ve we’ve they’ve i'll we'll they'll i’ll we’ll they’ll he'd she'd they'd i'd he’d she’d they’d i’d`},
	{subject, `it's he's she's that's there's they're we're i'm you're it’s he’s she’s that’s there’s they’re we’re i’m you’re
		i've we've they've i’ve we’ve they’ve i'll we'll they'll i’ll we’ll they’ll he'd she'd they'd i'd he’d she’d they’d i’d
		he'll she'll he’ll she’ll who's who’s`},
	{auxiliary, `who's who’s he'll she'll he’ll she’ll`},
	{relative, `who's who’s`},
	{preposition, `of in on at by for from to with about against between into through during before after under over
		within without among across behind beyond near since toward towards upon around outside inside despite per via
		as like than amid including regarding concerning following`},
	{subordinate, `when while because if although though since until unless whereas whether as that where why how once after before`},
	{relative, `who which whose whom`},
	{conjunction, `and or but nor yet so &`},
	{adverb, `also then later earlier once again ever just still even now already soon recently often always never first
		himself herself itself themselves myself today yesterday tomorrow tonight instead further too once long only
		back together once ago there here well not n't`},
	{past, `said told wrote went came made got took gave found saw knew thought felt left kept held brought began ran
		spoke stood lost paid met sent built fell cut rose grew won led read spent sold bought caught broke drew drove
		ate fought flew forgot hid hit hurt laid lay lent meant rode sang sank shot shut slept stole struck swore
		swept taught threw understood woke wore withdrew became chose put let set cost quit bet hung sought shook sat
		split spread upheld overturned sued`},
	{present, `says goes comes makes gets takes gives finds sees knows thinks feels leaves keeps holds brings begins
		runs stands loses pays meets sends builds falls rises grows wins leads reads spends sells buys remains becomes
		includes seems appears means needs wants tries helps shows turns starts plays moves lives believes happens
		provides sits loses adds changes follows stops creates speaks allows opens walks offers considers appears
		serves dies expects stays reaches raises passes decides returns explains hopes develops carries breaks
		receives agrees supports hits produces covers joins causes accepts cuts faces rises works owes owns exists
		depends lacks uses denies files sues bans buys eyes nears tops warns
		go come make get take give find see know think feel leave keep hold bring begin run stand lose pay meet send
		build fall rise grow win lead spend sell buy remain become include seem appear mean need want try say tell`},
	{calendar, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`},
	{negation, `not never no didn't doesn't don't hasn't haven't hadn't won't wouldn't isn't wasn't weren't
		didn’t doesn’t don’t hasn’t haven’t hadn’t won’t wouldn’t isn’t wasn’t weren’t nobody neither nor cannot can't can’t`},
	{crowd, `sources source people person officials official analysts analyst experts expert economists economist critics
		critic observers insiders insider aides aide advisers adviser advisors advisor lawyers lawyer attorneys attorney
		researchers scientists scholars investors traders voters residents witnesses witness police authorities
		prosecutors investigators regulators executives executive employees staffers supporters opponents democrats
		republicans lawmakers senators historians doctors engineers bankers diplomats strategists pollsters
		operatives operative reporters journalists others some many few most several those others everyone friends
		colleagues neighbors neighbours parents teachers students workers users customers activists advocates`},
	{office, `spokesman spokeswoman spokesperson spokespeople judge justice president chairman chairwoman chair chief
		director minister secretary senator governor mayor manager adviser lawyer attorney officer founder co-founder
		professor candidate nominee author editor reporter leader head commissioner sheriff prosecutor plaintiff
		defendant plaintiffs defendants co-author strategist representative analyst economist expert adviser
		advisor coordinator architect host captain historian scholar operative staffer columnist`},
	{firm, `company companies firm firms groups startup start-up bank agency department ministry university committee commission
		board council group association union campaign party administration government court team maker corporation
		inc inc. corp corp. ltd ltd. llc plc co co. lab laboratory foundation institute fund carrier retailer giant
		chipmaker automaker airline network newspaper outlet bureau office house organization organisation`},
	{document, `report reports study studies survey surveys poll polls review memo memos email emails letter letters
		document documents record records data filing filings statement statements article articles story account
		accounts transcript transcripts announcement announcements release analysis research findings paper papers
		book figures estimates numbers complaint lawsuit suit indictment affidavit declaration deposition testimony
		exhibit exhibits ruling opinion order docket motion petition brief briefs evidence investigation audit tape video
		recording footage interview post tweet tweets message messages logs notes rumors rumours speculation media`},
	{courtPaper, `complaint lawsuit suit indictment affidavit deposition docket ruling subpoena countersuit counterclaim
		affidavits depositions indictments lawsuits rulings injunction verdict`},
	{publicity, `statement statements announcement announcements release releases blog blogpost post tweet presentation
		prospectus conference call keynote letter 10-k 10-q 8-k s-1`},
	{hedge, `reportedly allegedly purportedly supposedly`},
	{title, `mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. gen gen. president senator governor judge justice
		secretary prof prof. professor sir attorney chairman congressman congresswoman mayor`},
	{given | masculine, `james john robert michael david william richard joseph thomas charles christopher daniel matthew
		anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan
		jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg alexander
		frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry peter kyle tim tom bill bob jim joe mike
		dan dave steve barack bernie elon satya sundar ilya ted marco mitt jeb rick martin walter philip roger carl keith
		lawrence albert alan billy`},
	{given | feminine, `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
		margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon
		cynthia kathleen amy angela anna ruth brenda pamela nicole katherine samantha christine emma catherine virginia rachel
		janet maria hillary mira kellyanne jane kate anne ann julia julie ellen diane alice marie joan evelyn victoria carly
		sally molly holly`},
	{given, `dana chris kelly`},
	{masculine, `mr mr. sir congressman chairman lord`},
	{feminine, `mrs mrs. ms ms. congresswoman chairwoman lady`},
}

var classes = sync.OnceValue(func() map[string]class {
	m := make(map[string]class, 1500)
	for _, row := range classTable {
		for w := range strings.FieldsSeq(row.words) {
			m[w] |= row.class
		}
	}
	return m
})

// classOf returns the classes of a word in lower case: those in the table, or
// what its ending tells.
func classOf(lower string, first rune) class {
	c, known := classes()[lower]
	switch {
	case unicode.IsDigit(first) || first == '$' || first == '€' || first == '£':
		c |= number
	case known:
	case strings.HasSuffix(lower, "ly") && len(lower) > 4:
		c |= adverb
	case strings.HasSuffix(lower, "ed") && len(lower) > 4 && !strings.HasSuffix(lower, "eed"):
		c |= past
	}
	return c
}
