module pottery.linshaw.example/tags

go 1.23

require github.com/alitto/pond/v2 v2.5.0
