package fused

import "github.com/commonweight/commonweight/train/numeric"

// Bodies are the maps of a GPT's step that cost the most after its products, in the instructions that a compiled program has for them.
var Bodies = []Body{adam, biasGELU, geluGrad, dlogits}

// adam is adam_m, adam_v, adam_u and adam_p of one tensor.
var adam = func() Body {
	m, g, v, p := stream(0), stream(1), stream(2), stream(3)
	clip, ok, b1, omb1, b2, omb2 := uniform(0), uniform(1), uniform(2), uniform(3), uniform(4), uniform(5)
	c1, c2, eps, decay, rate := uniform(6), uniform(7), uniform(8), uniform(9), uniform(10)
	return Body{"adam", "updates a parameter p and its moments m and v from the gradient g.", []Instruction{
		{Op: numeric.MapMul, A: g, B: clip},
		{Op: numeric.MapMul, A: omb1, B: result(0)},
		{Op: numeric.MapFMA, A: b1, B: m, C: result(1)},
		{Op: numeric.MapSelect, A: ok, B: result(2), C: m, Out: Canonical},
		{Op: numeric.MapMul, A: g, B: clip},
		{Op: numeric.MapMul, A: result(4), B: result(4)},
		{Op: numeric.MapMul, A: omb2, B: result(5)},
		{Op: numeric.MapFMA, A: b2, B: v, C: result(6)},
		{Op: numeric.MapSelect, A: ok, B: result(7), C: v, Out: Canonical},
		{Op: numeric.MapMul, A: result(3), B: c1},
		{Op: numeric.MapMul, A: result(8), B: c2},
		{Op: numeric.MapSqrt, A: result(10)},
		{Op: numeric.MapAdd, A: result(11), B: eps},
		{Op: numeric.MapDiv, A: result(9), B: result(12)},
		{Op: numeric.MapFMA, A: decay, B: p, C: result(13)},
		{Op: numeric.MapFMA, A: rate, B: result(14), C: p},
		{Op: numeric.MapSelect, A: ok, B: result(15), C: p, Out: Canonical},
	}}
}()

// biasGELU is bias and gelu.
var biasGELU = func() Body {
	x, b := stream(0), stream(1)
	k, c, half, one := uniform(0), uniform(1), uniform(2), uniform(3)
	return Body{"biasGELU", "stores x + b and its GELU.", []Instruction{
		{Op: numeric.MapAdd, A: x, B: b, Out: Stored},
		{Op: numeric.MapMul, A: result(0), B: result(0)},
		{Op: numeric.MapMul, A: result(1), B: result(0)},
		{Op: numeric.MapFMA, A: k, B: result(2), C: result(0)},
		{Op: numeric.MapMul, A: c, B: result(3)},
		{Op: numeric.MapTanh, A: result(4)},
		{Op: numeric.MapMul, A: half, B: result(0)},
		{Op: numeric.MapAdd, A: one, B: result(5)},
		{Op: numeric.MapMul, A: result(6), B: result(7), Out: Stored},
	}}
}()

// geluGrad is gelu_grad.
var geluGrad = func() Body {
	x, dy := stream(0), stream(1)
	k, c, half, one, k3 := uniform(0), uniform(1), uniform(2), uniform(3), uniform(4)
	return Body{"geluGrad", "multiplies dy by the derivative of GELU at x.", []Instruction{
		{Op: numeric.MapMul, A: x, B: x},
		{Op: numeric.MapMul, A: result(0), B: x},
		{Op: numeric.MapFMA, A: k, B: result(1), C: x},
		{Op: numeric.MapMul, A: c, B: result(2)},
		{Op: numeric.MapTanh, A: result(3)},
		{Op: numeric.MapAdd, A: one, B: result(4)},
		{Op: numeric.MapMul, A: half, B: result(5)},
		{Op: numeric.MapNeg, A: result(4)},
		{Op: numeric.MapFMA, A: result(7), B: result(4), C: one},
		{Op: numeric.MapFMA, A: k3, B: result(0), C: one},
		{Op: numeric.MapMul, A: c, B: result(9)},
		{Op: numeric.MapMul, A: half, B: x},
		{Op: numeric.MapMul, A: result(11), B: result(8)},
		{Op: numeric.MapFMA, A: result(12), B: result(10), C: result(6)},
		{Op: numeric.MapMul, A: dy, B: result(13), Out: Stored},
	}}
}()

// dlogits is dlogits.
var dlogits = func() Body {
	e, rl, j, y := stream(0), stream(1), stream(2), stream(3)
	one, invN := uniform(0), uniform(1)
	return Body{"dlogits", "turns exponentials into the gradient of the logits.", []Instruction{
		{Op: numeric.MapMul, A: e, B: rl},
		{Op: numeric.MapIeq, A: j, B: y},
		{Op: numeric.MapSub, A: result(0), B: one},
		{Op: numeric.MapSelect, A: result(1), B: result(2), C: result(0)},
		{Op: numeric.MapMul, A: result(3), B: invN, Out: Stored},
	}}
}()
