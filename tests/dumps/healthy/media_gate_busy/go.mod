module stash.kinova.tv/media/ingestd

go 1.20
