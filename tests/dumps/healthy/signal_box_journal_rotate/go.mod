module example.org/signalbox/journal

go 1.21
