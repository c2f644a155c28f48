// Package wall drives the doors of a wall of parcel lockers.
package wall

import (
	"errors"
	"sync"
	"time"
)

var errNone = errors.New("wall: no such locker")

// Wall has all lockers.
type Wall struct {
	sync.Mutex
	lockers map[int]*Locker
	motor   time.Duration
}

// Locker is one door.
type Locker struct {
	no     int
	parcel string
	lock   sync.Mutex
	shut   bool
}

func New(n int, motor time.Duration) *Wall {
	w := &Wall{lockers: map[int]*Locker{}, motor: motor}
	for i := 0; i < n; i++ {
		w.lockers[i] = &Locker{no: i, shut: i%4 != 3}
	}
	return w
}

// Parcel tells what lies in a locker.
func (w *Wall) Parcel(no int) (string, error) {
	w.Lock()
	defer w.Unlock()
	l, ok := w.lockers[no]
	if !ok {
		return "", errNone
	}
	return l.parcel, nil
}

// Retire takes a locker out of service once its door is shut.
func (w *Wall) Retire(no int) error {
	w.Lock()
	defer w.Unlock()
	l, ok := w.lockers[no]
	if !ok {
		return errNone
	}
	l.lock.Lock()
	defer l.lock.Unlock()
	return w.takeOut(l)
}

func (w *Wall) takeOut(l *Locker) error {
	w.shutDoor(l)
	delete(w.lockers, l.no)
	return nil
}

// shutDoor runs the motor; others may use the wall meanwhile.
func (w *Wall) shutDoor(l *Locker) {
	for i := 0; i < 40 && !l.shut; i++ {
		w.Unlock()
		time.Sleep(w.motor)
		w.Lock()
		l.shut = i >= 2
	}
}
