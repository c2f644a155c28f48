module gitlab.com/routier/addressd

go 1.21
