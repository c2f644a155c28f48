module livescore

go 1.20
