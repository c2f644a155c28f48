module git.corp.example/newsletter

go 1.20
