module parcelway.de/dispatch

go 1.20
