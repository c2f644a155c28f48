module vertaal.nl/subtitles

go 1.24
