module posta.si/zones

go 1.18
