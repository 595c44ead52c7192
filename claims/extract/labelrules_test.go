package extract

import (
	"testing"

	"stet/claims"
)

// mended are sentences whose labels rules of their own tell, under the rule that
// does.
var mended = map[string][]struct {
	label claims.Label
	text  string
}{
	"acts that sound like words": {
		{own, "Only an expert could tell the difference between the two hulls."},
		{own, "Marsh stopped to answer a few questions about the hull."},
		{reported, "Marsh answered that the hull was sound."},
		{own, "Police charged the captain with theft."},
		{own, "Both ministers were confirmed with votes to spare."},
		{own, "If any captain should have been named by now, it is Whitlock."},
		{reported, "The sale was confirmed by the harbour master."},
		{reported, "In a leaflet and a statement issued by the union, the mayor claimed that the quay was safe."},
	},
	"the first of two verbs": {
		{own, "A spokesman for Halden declined to name the buyer but said that the talks went on."},
		{own, "Marsh sold the yard in May and said that he was sorry."},
		{own, "Marsh did not name the buyer but did note that he was rich."},
		{reported, "Marsh praised the crew and said that the hull was sound."},
		{reported, "Marsh paused for a moment and said that the hull was sound."},
		{reported, "Marsh, a builder who sold the yard and left, said that the hull was sound."},
	},
	"words that belong to a subject": {
		{own, "A string of reports alleging fraud at the yard may sink the sale."},
		{own, "The notice, announcing that the quay is closed, was on every door."},
		{court, "The man accused of selling both of the boats used in the long raid on the harbour will stay in prison, a judge ruled."},
		{own, "Marsh, saying that he was tired, sold the yard."},
	},
	"steps taken by announcing them": {
		{own, "Marsh announced his resignation on Friday."},
		{own, "Whitlock unveiled her first television ad in Leeds."},
		{announced, "Halden unveiled its new ferry in Leeds."},
		{announced, "Marsh announced on Friday that he would resign."},
		{own, "Marsh issued a statement after Whitlock told a reporter that the hull was “rotten”."},
		{own, "Whitlock declined to name the buyer but said that the talks went on, adding: “It is a matter of days.”"},
		{reported, "Then, in a letter that came after the yard was sold, Marsh said that the hull was rotten."},
	},
	"a party of itself, and of others": {
		{announced, "“Late this afternoon, I met with the harbour master,” Whitlock said in a statement."},
		{announced, "Marsh hit back in a statement, saying he had “made money in poor years.”"},
		{announced, "In a May press release, Marsh boasted that, thanks to his new method, he was the only builder in profit."},
		{reported, "Marsh called for an inquiry, saying the ministry has proven through its silence that it is biased."},
		{reported, "“It was never going to work,” said Ida Brandt, a professor at Leeds University."},
		{reported, "“We believe that the mayor is wrong,” Marsh said in a statement."},
		{reported, "In a statement, the yard’s spokesman Sam Marsh said, “While nobody forgets the sailors we lost, the inquiry found no fault with the mayor.”"},
		{announced, "“We are working on it day and night,” said Halden spokesman Sam Marsh."},
		{announced, "“For months we have had to wait,” said Halden spokesman Sam Marsh."},
		{reported, "“This is our country,” said Halden spokesman Sam Marsh."},
		{announced, "Marsh told reporters that his office would open in May."},
		{reported, "According to the Post, Marsh asked what the yard would do."},
		{announced, "“The yard is sold,” Whitlock vowed."},
		{reported, "The guide broke off to announce, “And there goes the last ferry.”"},
	},
	"what people do for or against something": {
		{own, "Marsh posted the memo on a website before the boats were sold."},
		{own, "Lawyers endorsed making it harder to sell boats that leak."},
		{reported, "Experts believe that the hull was sound."},
		{reported, "Marsh blamed the pilot for the wreck."},
		{own, "Marsh may have his own crew to blame for the wreck."},
		{reported, "A statement posted on the site of the yard said that the hull was sound."},
		{reported, "He's said the same thing at every stop."},
		{undecided, "It's said that the yard is short of cash."},
		{announced, "“He looks forward to his day in court,” Marsh's spokeswoman Hope Brandt said."},
	},
	"what stands between a cue and what is said": {
		{announced, "Marsh announced on Friday the sale of the yard."},
		{announced, "Recently she announced on her Facebook page, in all capital letters, “I'm getting off this ship!”"},
		{reported, "Marsh called Whitlock, a former builder with three ships, a fool who had lost his way."},
		{own, "They opened a bar called Halden Tower, next to the quay of the Leeds yard, a former mill."},
		{reported, "Marsh made similar charges that the inspector was biased against him."},
		{announced, "The campaign said that the candidate would show his plans on Friday."},
		{reported, "Better-paid work is in sight, according to more detailed records."},
	},
	"charges, rulings and posts": {
		{own, "The passengers were mistakenly charged fees for the crossing."},
		{own, "Federal prosecutors in May charged two builders, Sam Marsh and Ida Brandt, with defrauding the bank."},
		{reported, "The yard called the report unfounded and fabricated by its rivals."},
		{own, "But harbour officials have all but ruled that out."},
		{court, "Federal court rules against the harbour board."},
		{own, "The Supreme Court ruling in May prompted Marsh to sell."},
		{own, "The morning Halden announced the sale, Marsh called his crew to the quay."},
		{own, "Marsh, one of two builders in the harbour, posted pictures of the hull."},
		{reported, "The hull is sound, the yard posted on its page."},
		{own, "The soothing voice of a radio host came over the water."},
	},
	"remarks of the copy's own": {
		{own, "It is important to note that the yard has sold only old boats."},
		{own, "The yard is rich, so it's safe to say that the crew was paid."},
		{own, "Marsh, in a blue coat, said little about the wreck."},
		{own, "Judges may not deny bail to sailors."},
		{own, "Marsh wrote a long book on the harbour."},
		{reported, "“The harbour is old,” wrote a reader."},
		{reported, "Marsh further stated, while speaking in Leeds last week, that the harbour was old."},
		{own, "The quarrel over what former builders have called a “fraud” took an ugly turn in May."},
		{own, "The news came just as Halden announced a sale."},
		{own, "Marsh has freed a million for the quay and on Monday announced that more was to come."},
	},
	"rules, states and what is written or found": {
		{own, "The other states voting on Tuesday are small."},
		{reported, "They state their goal is to win the harbour."},
		{own, "Current rules allow only ships of one sort."},
		{court, "Internal records must be shown, a federal judge rules."},
		{own, "None of it is written in stone until the council meets."},
		{own, "Marsh found a way to sell the yard."},
		{reported, "The harbour agency found that the hull was rotten."},
	},
	"statements of oneself": {
		{announced, "“Halden is an honest builder,” Halden said in a statement."},
		{announced, "The Marsh campaign issued a statement saying that Marsh meant the harbour."},
		{reported, "The Marsh campaign issued a statement saying that Whitlock meant the harbour."},
		{announced, "Marsh said in his formal statement: “I am trying to save the yard.”"},
		{reported, "Marsh said in his formal statement: “I am honoured by the vote.”"},
		{own, "The talks came ahead of a significant ruling expected in coming weeks on the harbour."},
	},
	"statements of one's house": {
		{reported, "After the announcement of the sale, Chairman Sam Marsh issued a statement saying that the harbour should not close in May."},
		{reported, "Senate Leader Sam Marsh issued a statement saying that the Senate should not sit in May."},
	},
	"statements with their day": {
		{announced, "Halden Group said in a statement Thursday night that its ferry was safe."},
		{announced, "He said in a statement Tuesday night that he wants a bridge."},
		{reported, "Marsh, director of the harbour agency, said in a statement Wednesday that, if its claims are true, Corvane is breaking the law."},
		{reported, "“He came in by himself and signed,” said Sam Marsh, a harbour police spokesman."},
		{announced, "“He will sign in May,” said Sam Marsh, a campaign spokesman."},
	},
	"acts that are only named": {
		{own, "A licence would require disclosing his earnings in full."},
		{own, "Halden has stopped reporting its figures by month."},
		{own, "Thanks to Halden rules of trade, the yard probably will shut."},
	},
	"what courts find": {
		{court, "But the harbour law was found discriminatory by a 9-to-6 vote of the full appeals court."},
		{court, "The fee was ruled unlawful by a federal judge in May."},
		{own, "The wreck was found in May by a diver."},
		{reported, "Another complaint is that some of the boats leak."},
		{reported, "And, in a clip that Judge Ida Brandt called “vile,” Marsh expressed a wish to “sink the lot.”"},
	},
	"a statement that is added to": {
		{announced, "''As the trade has changed, so has our work in the yards,'' Halden said in a statement, adding that it ''condemns the theft.''"},
		{reported, "That ''is the thing that saved us,'' said Ida Brandt, the harbour master."},
	},
	"others that speak of a house": {
		{reported, "“The campaign was slow to see it,” one senior member said."},
		{reported, "The Sailors Union has sued the city over its rules, saying they harm the trade."},
		{announced, "In a press release, Marsh boasted that, thanks to his “Marsh Method of Caulking,” he was the only builder in profit."},
	},
	"those who speak for others": {
		{announced, "“Jane Doe, the chief executive of Corvane, was planning to sell,” a Corvane spokeswoman said on Tuesday."},
		{announced, "“Governor Marsh has no plans to attend,” a spokesman said on Thursday."},
		{reported, "“These attacks draw us all together,” Ms. Whitlock’s spokesman, Sam Marsh, wrote on Twitter."},
		{announced, "Harbour spokesman the Rev. Sam Marsh told reporters on Thursday that the bishop has no plans to come."},
	},
	"asides": {
		{own, "The mayor -- as Marsh noted last week -- has sold his boats."},
		{own, "The strike angered shopkeepers (\"I lost a week,\" said Ida Brandt, a grocer) and ended in May."},
		{reported, "The mayor – a builder – said that the quay was safe."},
		{own, "The sale came amid a quarrel in which Marsh has said that the quay was unsafe."},
		{own, "The new rules, which officials said would come in May, cover ships of all sizes."},
		{own, "A year after it was announced, no one had come to the quay, and some families said they were tired."},
	},
}

func TestMendedLabels(t *testing.T) {
	for rule, rows := range mended {
		t.Run(rule, func(t *testing.T) {
			for _, row := range rows {
				if c := only(t, row.text); c.Label != row.label {
					t.Errorf("%s, want %s: %s\n%+v", c.Label, row.label, row.text, c.Attributions)
				}
			}
		})
	}
}

// TestIntroduced has spokesmen and judges who are introduced as such in another
// sentence than that in which they speak.
func TestIntroduced(t *testing.T) {
	for _, row := range []struct {
		label       claims.Label
		intro, text string
	}{
		{announced, "Sam Marsh, a spokesman for Mayor Whitlock, met the crew.", "“As she has said, Mayor Whitlock wants the quay to stay open,” Mr. Marsh said."},
		{announced, "Halden spokeswoman Ida Brandt met the crew.", "Brandt said that two plants would close."},
		{reported, "Halden spokeswoman Ida Brandt met the crew.", "“The inquiry will find the pilot at fault,” Brandt said."},
		{reported, "Halden director Ida Brandt met the crew.", "Brandt said that the inquiry would find the pilot at fault."},
		{court, "The case is before Judge Ida Brandt.", "“The quay must be closed,” Brandt wrote."},
		{court, "The case is before Judge Ida Brandt.", "Brandt said that the quay must be closed."},
		{court, "The case is before Judge Ida Brandt.", "“The quay must be closed,” she wrote."},
		{reported, "The case is before Judge Ida Brandt.", "Brandt said in an interview that the quay was ugly."},
		{reported, "The case is before Judge Ida Brandt.", "“I waited for her,” she said."},
		{reported, "The case is before Justice Ida Brandt.", "“He has no idea,” Brandt said."},
		{court, "The case is before Justice Ida Brandt.", "“The quay must be closed,” Brandt wrote."},
	} {
		all := Claims(lines(row.intro + " " + row.text)).Claims
		if got := all[len(all)-1].Label; got != row.label {
			t.Errorf("%s, want %s: %s %s", got, row.label, row.intro, row.text)
		}
	}
}
