module github.com/gridworks/twins

go 1.20
