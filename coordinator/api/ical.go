package api

import (
	"strings"
	"time"
	"unicode/utf8"
)

// appointment is one deadline in a calendar.
type appointment struct {
	uid         string // the same thing's deadline keeps it when it moves
	at          uint64 // seconds
	summary     string
	description string
}

// icalendar writes deadlines as RFC 5545 has them: lines end with CRLF and have 75 octets at most, longer ones go on after a space.
func icalendar(name string, stamp uint64, appointments []appointment) string {
	var b strings.Builder
	line := func(text string) { fold(&b, text) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Commonweight//Coordinator//EN")
	line("CALSCALE:GREGORIAN")
	line("METHOD:PUBLISH")
	line("NAME:" + escape(name))
	line("X-WR-CALNAME:" + escape(name))
	line("REFRESH-INTERVAL;VALUE=DURATION:PT5M")
	for _, a := range appointments {
		line("BEGIN:VEVENT")
		line("UID:" + escape(a.uid))
		line("DTSTAMP:" + utc(stamp))
		line("DTSTART:" + utc(a.at))
		line("SUMMARY:" + escape(a.summary))
		if a.description != "" {
			line("DESCRIPTION:" + escape(a.description))
		}
		line("TRANSP:TRANSPARENT")
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
	return b.String()
}

// lastSecond is the end of the last year that a calendar can name.
const lastSecond = 253402300799

func utc(seconds uint64) string {
	return time.Unix(int64(min(seconds, lastSecond)), 0).UTC().Format("20060102T150405Z")
}

var escaper = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// escape writes TEXT (3.3.11); control characters have no place in it.
func escape(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7F {
			return -1
		}
		return r
	}, escaper.Replace(strings.ToValidUTF8(text, "�")))
}

func fold(b *strings.Builder, text string) {
	const most = 75
	room := most
	for len(text) > room {
		cut := room
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		b.WriteString(text[:cut] + "\r\n ")
		text, room = text[cut:], most-1
	}
	b.WriteString(text + "\r\n")
}
