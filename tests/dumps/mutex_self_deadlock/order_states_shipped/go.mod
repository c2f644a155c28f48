module orders.pennyfarthing.example/states

go 1.22

require github.com/looplab/fsm v0.3.0
