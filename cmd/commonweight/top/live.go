package top

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
)

// Live shows the board on a terminal until the context ends or somebody presses q, Esc or Ctrl-C.
func Live(ctx context.Context, source *Source, in io.Reader, out io.Writer, style Style) error {
	ctx, stop := context.WithCancel(ctx)
	program := tea.NewProgram(screen{style: style, width: 80, height: 24}, tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		source.Watch(ctx, func(b Board) { program.Send(b) })
	}()
	go func() {
		<-ctx.Done()
		program.Quit()
	}()
	_, err := program.Run()
	stop()
	<-ended
	return err
}

// screen is the model of the live page.
type screen struct {
	board         *Board // nil: nothing was read yet
	style         Style
	width, height int
}

func (s screen) Init() tea.Cmd { return nil }

func (s screen) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	switch m := message.(type) {
	case Board:
		s.board = &m
	case tea.WindowSizeMsg:
		s.width, s.height = m.Width, m.Height
	case tea.KeyPressMsg:
		switch m.String() {
		case "q", "esc", "ctrl+c":
			return s, tea.Quit
		}
	}
	return s, nil
}

func (s screen) View() tea.View {
	text := "reading…  (q leaves)"
	if s.board != nil {
		text = Render(*s.board, s.width, s.height, s.style)
	}
	view := tea.NewView(text)
	view.AltScreen = true
	return view
}
