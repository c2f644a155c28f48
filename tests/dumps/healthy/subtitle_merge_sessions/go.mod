module untertitel.tv/merge

go 1.21
