module handelsbord.se/fx

go 1.21
