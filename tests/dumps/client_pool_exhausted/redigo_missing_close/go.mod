module lottery/web

go 1.20

require github.com/gomodule/redigo v1.9.3
