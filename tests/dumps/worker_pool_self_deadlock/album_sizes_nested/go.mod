module thumbs.okonkwo.example/albums

go 1.22

require github.com/panjf2000/ants/v2 v2.4.6
