// Package room is where those who call meet.
package room

import (
	"sync"

	"github.com/pion/webrtc/v4"
)

// Room knows who is in it.
type Room struct {
	mu     sync.Mutex
	people map[*webrtc.PeerConnection]bool
}

// New returns an empty room.
func New() *Room { return &Room{people: map[*webrtc.PeerConnection]bool{}} }

// Size is how many people are in the room.
func (r *Room) Size() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.people)
}

// Join takes the call that an offer describes, until the caller is gone.
func (r *Room) Join(offer webrtc.SessionDescription) (*webrtc.SessionDescription, error) {
	peer, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	peer.OnConnectionStateChange(func(state webrtc.PeerConnectionState) {
		switch state {
		case webrtc.PeerConnectionStateConnected:
			r.set(peer, true)
		case webrtc.PeerConnectionStateFailed, webrtc.PeerConnectionStateClosed:
			r.set(peer, false)
			peer.Close()
		}
	})
	peer.OnDataChannel(func(chat *webrtc.DataChannel) {
		chat.OnMessage(func(text webrtc.DataChannelMessage) { chat.Send(text.Data) })
	})
	if err := peer.SetRemoteDescription(offer); err != nil {
		return nil, err
	}
	answer, err := peer.CreateAnswer(nil)
	if err != nil {
		return nil, err
	}
	gathered := webrtc.GatheringCompletePromise(peer)
	if err := peer.SetLocalDescription(answer); err != nil {
		return nil, err
	}
	<-gathered
	return peer.LocalDescription(), nil
}

func (r *Room) set(peer *webrtc.PeerConnection, in bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if in {
		r.people[peer] = true
	} else {
		delete(r.people, peer)
	}
}
