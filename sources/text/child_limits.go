package text

import "time"

const (
	// minTime and minMemory are what the smallest document may take.
	minTime   = 30 * time.Second
	minMemory = 448 << 20
	// timePerMB lets documents of more than 3 MB take longer: a PDF of 2,400
	// pages and 6 MB takes 6 s where nothing else runs.
	timePerMB = 10 * time.Second
	maxTime   = 2 * time.Minute
	// memoryPerByte lets documents of more than 18 MB take more memory: the
	// bytes, the text, its blocks and the message that carries them.
	memoryPerByte = 24
	// maxOCRTotal is what the recognition of scanned pages may take beyond
	// that: maxOCRPages of some seconds each.
	maxOCRTotal = 20 * time.Minute
	// maxStartTime bounds how long PDFium may take to compile. On an idle
	// machine it takes 2 s, once.
	maxStartTime = 5 * time.Minute
	// watchEvery is how often a child's memory is looked at. In that time it
	// grows by some 30 MB at most.
	watchEvery = 20 * time.Millisecond
)

// limits is what the reading of one document may take.
type limits struct {
	time   time.Duration
	memory int64 // resident, in bytes, beyond what the child holds when it begins
}

// limitsOf returns the limits of a document of so many bytes.
func limitsOf(size int, o Options) limits {
	l := limits{
		time:   min(max(minTime, time.Duration(size>>20)*timePerMB), maxTime),
		memory: max(minMemory, int64(size)*memoryPerByte),
	}
	if o.OCR {
		l.time += maxOCRTotal
	}
	return l
}

// timeFor returns how long the child may take to start a part of itself, or to
// read the document.
func (l limits) timeFor(starting bool) time.Duration {
	if starting {
		return maxStartTime
	}
	return l.time
}
