module github.com/northshop/resolvercgo

go 1.18
