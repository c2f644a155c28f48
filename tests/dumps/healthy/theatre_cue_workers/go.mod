module example.org/theatre/cues

go 1.21
