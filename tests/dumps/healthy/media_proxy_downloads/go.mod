module github.com/mediathek/cdnedge

go 1.24
