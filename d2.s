
/tmp/g2/code.bin:     file format binary


Disassembly of section .data:

0000000000000000 <.data>:
       0:	mov    DWORD PTR [rsp-0x14000],eax
       7:	push   rbp
       8:	sub    rsp,0x1d0
       f:	nop
      10:	cmp    DWORD PTR [r15+0x20],0x0
      18:	jne    0x260a
      1e:	mov    QWORD PTR [rsp+0x8],r9
      23:	mov    DWORD PTR [rsp+0x2c],esi
      27:	lea    r11d,[rcx+r8*1]
      2b:	lea    r9d,[r8+r11*1]
      2f:	lea    ebx,[r8+r9*1]
      33:	lea    eax,[r8+rbx*1]
      37:	add    r8d,eax
      3a:	lea    ebp,[rsi-0x4]
      3d:	test   ebp,ebp
      3f:	jl     0xc73
      45:	mov    r10,QWORD PTR [rsp+0x8]
      4a:	mov    r13d,DWORD PTR [r10+0xc]
      4e:	mov    DWORD PTR [rsp+0x20],eax
      52:	mov    DWORD PTR [rsp+0x1c],ebx
      56:	mov    DWORD PTR [rsp+0x18],r9d
      5b:	mov    DWORD PTR [rsp+0x14],r11d
      60:	mov    DWORD PTR [rsp+0x24],r8d
      65:	mov    DWORD PTR [rsp+0x1f4],ecx
      6c:	mov    DWORD PTR [rsp+0x10],edi
      70:	lea    r10d,[r13-0x7]
      74:	test   r10d,r10d
      77:	jl     0xcbf
      7d:	cmp    edi,r10d
      80:	jae    0xcba
      86:	movsxd r11,edi
      89:	movsxd r9,r13d
      8c:	add    r9,0xfffffffffffffff9
      90:	lea    r8d,[rsi-0x3]
      94:	mov    DWORD PTR [rsp+0x1ec],r8d
      9c:	movsxd r8,r8d
      9f:	add    r8,0x3
      a3:	and    r8,0xfffffffffffffffc
      a7:	mov    ecx,r8d
      aa:	movsxd rcx,ecx
      ad:	mov    rbx,rcx
      b0:	shl    rbx,0x4
      b4:	lea    r11,[r11+rbx*1-0x40]
      b9:	cmp    r11,r9
      bc:	jae    0xd90
      c2:	lea    r11d,[rdi+0x8]
      c6:	cmp    r11d,r10d
      c9:	jae    0xdaf
      cf:	movsxd r11,r11d
      d2:	lea    r11,[r11+rbx*1-0x40]
      d7:	cmp    r11,r9
      da:	jae    0xdce
      e0:	mov    r8d,DWORD PTR [rdx+0xc]
      e4:	mov    r11d,DWORD PTR [rsp+0x1f4]
      ec:	cmp    r11d,r8d
      ef:	jae    0xded
      f5:	movsxd r11,r11d
      f8:	mov    QWORD PTR [rsp],r11
      fc:	lea    r11,[rcx+r11*1-0x4]
     101:	movsxd rdi,r8d
     104:	cmp    r11,rdi
     107:	jae    0xe08
     10d:	mov    r11d,DWORD PTR [rsp+0x14]
     112:	cmp    r11d,r8d
     115:	jae    0xe2b
     11b:	movsxd r11,r11d
     11e:	mov    QWORD PTR [rsp+0x30],r11
     123:	lea    r11,[rcx+r11*1-0x4]
     128:	cmp    r11,rdi
     12b:	jae    0xe49
     131:	mov    r11d,DWORD PTR [rsp+0x18]
     136:	cmp    r11d,r8d
     139:	jae    0xe6c
     13f:	movsxd r11,r11d
     142:	mov    QWORD PTR [rsp+0x38],r11
     147:	lea    r11,[rcx+r11*1-0x4]
     14c:	cmp    r11,rdi
     14f:	jae    0xe8f
     155:	mov    r11d,DWORD PTR [rsp+0x1c]
     15a:	cmp    r11d,r8d
     15d:	jae    0xeb2
     163:	movsxd r11,r11d
     166:	mov    QWORD PTR [rsp+0x40],r11
     16b:	lea    r11,[rcx+r11*1-0x4]
     170:	cmp    r11,rdi
     173:	jae    0xed5
     179:	cmp    eax,r8d
     17c:	jae    0xef8
     182:	movsxd r11,eax
     185:	mov    QWORD PTR [rsp+0x48],r11
     18a:	lea    r11,[rcx+r11*1-0x4]
     18f:	cmp    r11,rdi
     192:	jae    0xf1b
     198:	mov    r11d,DWORD PTR [rsp+0x24]
     19d:	cmp    r11d,r8d
     1a0:	jae    0xf3e
     1a6:	movsxd r11,r11d
     1a9:	mov    QWORD PTR [rsp+0x50],r11
     1ae:	lea    r11,[rcx+r11*1-0x4]
     1b3:	cmp    r11,rdi
     1b6:	jae    0xf5f
     1bc:	mov    r11d,DWORD PTR [rsp+0x10]
     1c1:	add    r11d,0x10
     1c5:	cmp    r11d,r10d
     1c8:	jae    0xf82
     1ce:	movsxd r11,r11d
     1d1:	lea    r11,[r11+rbx*1-0x40]
     1d6:	cmp    r11,r9
     1d9:	jae    0xfa5
     1df:	mov    r11d,DWORD PTR [rsp+0x10]
     1e4:	add    r11d,0x18
     1e8:	cmp    r11d,r10d
     1eb:	jae    0xfc8
     1f1:	movsxd r11,r11d
     1f4:	lea    r11,[r11+rbx*1-0x40]
     1f9:	cmp    r11,r9
     1fc:	jae    0xfeb
     202:	mov    r11d,DWORD PTR [rsp+0x1f4]
     20a:	inc    r11d
     20d:	cmp    r11d,r8d
     210:	jae    0x100e
     216:	movsxd r11,r11d
     219:	lea    r11,[r11+rcx*1-0x4]
     21e:	cmp    r11,rdi
     221:	jae    0x1031
     227:	mov    r11d,DWORD PTR [rsp+0x14]
     22c:	inc    r11d
     22f:	cmp    r11d,r8d
     232:	jae    0x1054
     238:	movsxd r11,r11d
     23b:	lea    r11,[r11+rcx*1-0x4]
     240:	cmp    r11,rdi
     243:	jae    0x1077
     249:	mov    r11d,DWORD PTR [rsp+0x18]
     24e:	inc    r11d
     251:	cmp    r11d,r8d
     254:	jae    0x109a
     25a:	movsxd r11,r11d
     25d:	lea    r11,[r11+rcx*1-0x4]
     262:	cmp    r11,rdi
     265:	jae    0x10bd
     26b:	mov    r11d,DWORD PTR [rsp+0x1c]
     270:	inc    r11d
     273:	cmp    r11d,r8d
     276:	jae    0x10e0
     27c:	movsxd r11,r11d
     27f:	lea    r11,[r11+rcx*1-0x4]
     284:	cmp    r11,rdi
     287:	jae    0x1103
     28d:	lea    r11d,[rax+0x1]
     291:	cmp    r11d,r8d
     294:	jae    0x1126
     29a:	movsxd r11,r11d
     29d:	lea    r11,[r11+rcx*1-0x4]
     2a2:	cmp    r11,rdi
     2a5:	jae    0x1149
     2ab:	mov    r11d,DWORD PTR [rsp+0x24]
     2b0:	inc    r11d
     2b3:	cmp    r11d,r8d
     2b6:	jae    0x116c
     2bc:	movsxd r11,r11d
     2bf:	lea    r11,[r11+rcx*1-0x4]
     2c4:	cmp    r11,rdi
     2c7:	jae    0x118f
     2cd:	mov    r11d,DWORD PTR [rsp+0x10]
     2d2:	add    r11d,0x20
     2d6:	cmp    r11d,r10d
     2d9:	jae    0x11b2
     2df:	movsxd r11,r11d
     2e2:	lea    r11,[r11+rbx*1-0x40]
     2e7:	cmp    r11,r9
     2ea:	jae    0x11d5
     2f0:	mov    r11d,DWORD PTR [rsp+0x10]
     2f5:	add    r11d,0x28
     2f9:	cmp    r11d,r10d
     2fc:	jae    0x11f8
     302:	movsxd r11,r11d
     305:	lea    r11,[r11+rbx*1-0x40]
     30a:	cmp    r11,r9
     30d:	jae    0x121b
     313:	mov    r11d,DWORD PTR [rsp+0x1f4]
     31b:	add    r11d,0x2
     31f:	cmp    r11d,r8d
     322:	jae    0x123e
     328:	movsxd r11,r11d
     32b:	lea    r11,[r11+rcx*1-0x4]
     330:	cmp    r11,rdi
     333:	jae    0x1261
     339:	mov    r11d,DWORD PTR [rsp+0x14]
     33e:	add    r11d,0x2
     342:	cmp    r11d,r8d
     345:	jae    0x1284
     34b:	movsxd r11,r11d
     34e:	lea    r11,[r11+rcx*1-0x4]
     353:	cmp    r11,rdi
     356:	jae    0x12a7
     35c:	mov    r11d,DWORD PTR [rsp+0x18]
     361:	add    r11d,0x2
     365:	cmp    r11d,r8d
     368:	jae    0x12ca
     36e:	movsxd r11,r11d
     371:	lea    r11,[r11+rcx*1-0x4]
     376:	cmp    r11,rdi
     379:	jae    0x12ed
     37f:	mov    r11d,DWORD PTR [rsp+0x1c]
     384:	add    r11d,0x2
     388:	cmp    r11d,r8d
     38b:	jae    0x1310
     391:	movsxd r11,r11d
     394:	lea    r11,[r11+rcx*1-0x4]
     399:	cmp    r11,rdi
     39c:	jae    0x1333
     3a2:	lea    r11d,[rax+0x2]
     3a6:	cmp    r11d,r8d
     3a9:	jae    0x1356
     3af:	movsxd r11,r11d
     3b2:	lea    r11,[r11+rcx*1-0x4]
     3b7:	cmp    r11,rdi
     3ba:	jae    0x1379
     3c0:	mov    r11d,DWORD PTR [rsp+0x24]
     3c5:	add    r11d,0x2
     3c9:	cmp    r11d,r8d
     3cc:	jae    0x139c
     3d2:	movsxd r11,r11d
     3d5:	lea    r11,[r11+rcx*1-0x4]
     3da:	cmp    r11,rdi
     3dd:	jae    0x13bf
     3e3:	mov    r11d,DWORD PTR [rsp+0x10]
     3e8:	add    r11d,0x30
     3ec:	cmp    r11d,r10d
     3ef:	jae    0x13e2
     3f5:	movsxd r11,r11d
     3f8:	lea    r11,[r11+rbx*1-0x40]
     3fd:	cmp    r11,r9
     400:	jae    0x1405
     406:	mov    r11d,DWORD PTR [rsp+0x10]
     40b:	add    r11d,0x38
     40f:	cmp    r11d,r10d
     412:	jae    0x1428
     418:	movsxd r10,r11d
     41b:	lea    r10,[r10+rbx*1-0x40]
     420:	cmp    r10,r9
     423:	jae    0x144b
     429:	mov    r10d,DWORD PTR [rsp+0x1f4]
     431:	add    r10d,0x3
     435:	cmp    r10d,r8d
     438:	jae    0x146e
     43e:	movsxd r10,r10d
     441:	lea    r10,[r10+rcx*1-0x4]
     446:	cmp    r10,rdi
     449:	jae    0x1491
     44f:	mov    r11d,DWORD PTR [rsp+0x14]
     454:	add    r11d,0x3
     458:	cmp    r11d,r8d
     45b:	jae    0x14b4
     461:	movsxd r10,r11d
     464:	lea    r10,[r10+rcx*1-0x4]
     469:	cmp    r10,rdi
     46c:	jae    0x14d7
     472:	mov    r10d,DWORD PTR [rsp+0x18]
     477:	add    r10d,0x3
     47b:	cmp    r10d,r8d
     47e:	jae    0x14fa
     484:	movsxd r10,r10d
     487:	lea    r10,[r10+rcx*1-0x4]
     48c:	cmp    r10,rdi
     48f:	jae    0x151d
     495:	mov    r11d,DWORD PTR [rsp+0x1c]
     49a:	add    r11d,0x3
     49e:	cmp    r11d,r8d
     4a1:	jae    0x1540
     4a7:	movsxd r10,r11d
     4aa:	lea    r10,[r10+rcx*1-0x4]
     4af:	cmp    r10,rdi
     4b2:	jae    0x1563
     4b8:	lea    r10d,[rax+0x3]
     4bc:	cmp    r10d,r8d
     4bf:	jae    0x1586
     4c5:	movsxd r10,r10d
     4c8:	lea    r10,[r10+rcx*1-0x4]
     4cd:	cmp    r10,rdi
     4d0:	jae    0x15a9
     4d6:	mov    r11d,DWORD PTR [rsp+0x24]
     4db:	add    r11d,0x3
     4df:	cmp    r11d,r8d
     4e2:	jae    0x15cc
     4e8:	movsxd r10,r11d
     4eb:	lea    r10,[r10+rcx*1-0x4]
     4f0:	cmp    r10,rdi
     4f3:	jae    0x15ef
     4f9:	cmp    ebp,0x7ffffffb
     4ff:	jg     0x1612
     505:	vxorps xmm6,xmm6,xmm6
     509:	vxorps xmm9,xmm9,xmm9
     50e:	vxorps xmm5,xmm5,xmm5
     512:	vxorps xmm0,xmm0,xmm0
     516:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
     51f:	vxorps xmm11,xmm11,xmm11
     524:	vxorps xmm3,xmm3,xmm3
     528:	vxorps xmm7,xmm7,xmm7
     52c:	vxorps xmm10,xmm10,xmm10
     531:	vxorps xmm15,xmm15,xmm15
     536:	vxorps xmm12,xmm12,xmm12
     53b:	vxorps xmm8,xmm8,xmm8
     540:	xor    r10d,r10d
     543:	vxorps xmm0,xmm0,xmm0
     547:	jmp    0x54f
     549:	vmovdqu ymm0,YMMWORD PTR [rsp+0x60]
     54f:	mov    ebx,DWORD PTR [rsp+0x2c]
     553:	sub    ebx,r10d
     556:	add    ebx,0xfffffffd
     559:	mov    r11d,DWORD PTR [rsp+0x1ec]
     561:	xor    r9d,r9d
     564:	cmp    r11d,r10d
     567:	cmovl  ebx,r9d
     56b:	cmp    ebx,0xfa0
     571:	mov    r8d,0xfa0
     577:	cmova  ebx,r8d
     57b:	add    ebx,r10d
     57e:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     584:	nop    WORD PTR [rax+rax*1+0x0]
     58a:	nop    WORD PTR [rax+rax*1+0x0]
     590:	mov    r8d,r10d
     593:	add    r8d,DWORD PTR [rsp+0x14]
     598:	movsxd r8,r8d
     59b:	mov    r11d,r10d
     59e:	add    r11d,DWORD PTR [rsp+0x20]
     5a3:	movsxd r9,r11d
     5a6:	movsxd r11,r10d
     5a9:	mov    esi,r10d
     5ac:	shl    esi,0x4
     5af:	add    esi,DWORD PTR [rsp+0x10]
     5b3:	mov    rcx,QWORD PTR [rsp+0x8]
     5b8:	vmovups ymm1,YMMWORD PTR [rcx+rsi*4+0x30]
     5be:	vmovups ymm2,YMMWORD PTR [rcx+rsi*4+0x10]
     5c4:	mov    rcx,QWORD PTR [rsp+0x30]
     5c9:	add    rcx,r11
     5cc:	vbroadcastss ymm0,DWORD PTR [rdx+rcx*4+0x10]
     5d3:	mov    rdi,QWORD PTR [rsp+0x48]
     5d8:	add    rdi,r11
     5db:	vfmadd231ps ymm5,ymm0,ymm2
     5e0:	vfmadd231ps ymm11,ymm0,ymm1
     5e5:	vbroadcastss ymm0,DWORD PTR [rdx+rdi*4+0x10]
     5ec:	mov    rax,QWORD PTR [rsp+0x38]
     5f1:	add    rax,r11
     5f4:	vmovdqu ymm13,YMMWORD PTR [rsp+0xa0]
     5fd:	vfmadd231ps ymm13,ymm0,ymm2
     602:	vfmadd231ps ymm3,ymm0,ymm1
     607:	vmovdqu ymm14,ymm3
     60b:	vbroadcastss ymm0,DWORD PTR [rdx+rax*4+0x10]
     612:	mov    rbp,QWORD PTR [rsp]
     616:	add    rbp,r11
     619:	vfmadd231ps ymm7,ymm0,ymm2
     61e:	vfmadd231ps ymm10,ymm0,ymm1
     623:	vbroadcastss ymm0,DWORD PTR [rdx+rbp*4+0x10]
     62a:	mov    r13,QWORD PTR [rsp+0x40]
     62f:	add    r13,r11
     632:	mov    r14,QWORD PTR [rsp+0x50]
     637:	add    r14,r11
     63a:	vfmadd231ps ymm6,ymm0,ymm1
     63f:	vfmadd231ps ymm12,ymm0,ymm2
     644:	vbroadcastss ymm3,DWORD PTR [rdx+r14*4+0x10]
     64b:	vbroadcastss ymm4,DWORD PTR [rdx+r13*4+0x10]
     652:	vmovdqu ymm0,ymm15
     657:	vfmadd231ps ymm0,ymm3,ymm2
     65c:	vmovdqu ymm15,ymm0
     660:	vmovdqu ymm0,YMMWORD PTR [rsp+0x60]
     666:	vfmadd231ps ymm0,ymm3,ymm1
     66b:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     671:	vfmadd231ps ymm8,ymm4,ymm2
     676:	vfmadd231ps ymm9,ymm4,ymm1
     67b:	vbroadcastss ymm0,DWORD PTR [rdx+rcx*4+0x14]
     682:	mov    r11,QWORD PTR [rsp+0x8]
     687:	vmovups ymm2,YMMWORD PTR [r11+rsi*4+0x50]
     68e:	vfmadd231ps ymm5,ymm0,ymm2
     693:	vbroadcastss ymm1,DWORD PTR [rdx+r13*4+0x14]
     69a:	vfmadd231ps ymm8,ymm1,ymm2
     69f:	vmovups ymm3,YMMWORD PTR [r11+rsi*4+0x70]
     6a6:	vfmadd231ps ymm9,ymm1,ymm3
     6ab:	vfmadd231ps ymm11,ymm0,ymm3
     6b0:	vbroadcastss ymm1,DWORD PTR [rdx+r14*4+0x14]
     6b7:	vmovdqu ymm0,YMMWORD PTR [rsp+0x60]
     6bd:	vfmadd231ps ymm0,ymm1,ymm3
     6c2:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     6c8:	vmovdqu ymm0,ymm15
     6cd:	vfmadd231ps ymm0,ymm1,ymm2
     6d2:	vmovdqu YMMWORD PTR [rsp+0x80],ymm0
     6db:	vbroadcastss ymm0,DWORD PTR [rdx+rbp*4+0x14]
     6e2:	vfmadd231ps ymm12,ymm0,ymm2
     6e7:	vfmadd231ps ymm6,ymm0,ymm3
     6ec:	vbroadcastss ymm0,DWORD PTR [rdx+rax*4+0x14]
     6f3:	vfmadd231ps ymm10,ymm0,ymm3
     6f8:	vfmadd231ps ymm7,ymm0,ymm2
     6fd:	vbroadcastss ymm0,DWORD PTR [rdx+rdi*4+0x14]
     704:	vfmadd231ps ymm13,ymm0,ymm2
     709:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm13
     712:	vmovdqu ymm1,ymm14
     717:	vfmadd231ps ymm1,ymm0,ymm3
     71c:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm1
     725:	vbroadcastss ymm1,DWORD PTR [rdx+rcx*4+0x18]
     72c:	vbroadcastss ymm2,DWORD PTR [rdx+rdi*4+0x18]
     733:	vbroadcastss ymm3,DWORD PTR [rdx+rax*4+0x18]
     73a:	vbroadcastss ymm4,DWORD PTR [rdx+rbp*4+0x18]
     741:	vbroadcastss ymm13,DWORD PTR [rdx+r13*4+0x18]
     748:	vbroadcastss ymm14,DWORD PTR [rdx+r14*4+0x18]
     74f:	mov    ecx,r10d
     752:	add    ecx,DWORD PTR [rsp+0x24]
     756:	movsxd r11,ecx
     759:	mov    rcx,QWORD PTR [rsp+0x8]
     75e:	vmovups ymm15,YMMWORD PTR [rcx+rsi*4+0xb0]
     767:	vmovdqu ymm0,YMMWORD PTR [rsp+0x60]
     76d:	vfmadd231ps ymm0,ymm14,ymm15
     772:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     778:	vfmadd231ps ymm6,ymm4,ymm15
     77d:	vfmadd231ps ymm9,ymm13,ymm15
     782:	vfmadd231ps ymm11,ymm1,ymm15
     787:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
     790:	vfmadd231ps ymm0,ymm2,ymm15
     795:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
     79e:	vfmadd231ps ymm10,ymm3,ymm15
     7a3:	vmovups ymm0,YMMWORD PTR [rcx+rsi*4+0x90]
     7ac:	vfmadd231ps ymm5,ymm1,ymm0
     7b1:	vmovdqu ymm1,YMMWORD PTR [rsp+0xc0]
     7ba:	vfmadd231ps ymm1,ymm2,ymm0
     7bf:	vmovdqu ymm15,ymm1
     7c3:	vfmadd231ps ymm7,ymm3,ymm0
     7c8:	vmovdqu ymm1,YMMWORD PTR [rsp+0x80]
     7d1:	vfmadd231ps ymm1,ymm14,ymm0
     7d6:	vmovdqu ymm14,ymm1
     7da:	vfmadd231ps ymm12,ymm4,ymm0
     7df:	vfmadd231ps ymm8,ymm13,ymm0
     7e4:	vbroadcastss ymm0,DWORD PTR [rdx+r9*4+0x1c]
     7eb:	vbroadcastss ymm1,DWORD PTR [rdx+r11*4+0x1c]
     7f2:	vbroadcastss ymm2,DWORD PTR [rdx+r8*4+0x1c]
     7f9:	mov    r11d,r10d
     7fc:	add    r11d,DWORD PTR [rsp+0x1c]
     801:	movsxd r11,r11d
     804:	vbroadcastss ymm3,DWORD PTR [rdx+r11*4+0x1c]
     80b:	vmovups ymm4,YMMWORD PTR [rcx+rsi*4+0xd0]
     814:	vmovups ymm13,YMMWORD PTR [rcx+rsi*4+0xf0]
     81d:	vfmadd231ps ymm5,ymm2,ymm4
     822:	vfmadd231ps ymm11,ymm2,ymm13
     827:	vfmadd231ps ymm9,ymm3,ymm13
     82c:	vfmadd231ps ymm8,ymm3,ymm4
     831:	vmovdqu ymm2,YMMWORD PTR [rsp+0xa0]
     83a:	vfmadd231ps ymm2,ymm0,ymm13
     83f:	vmovdqu ymm3,ymm2
     843:	vmovdqu ymm2,ymm15
     848:	vfmadd231ps ymm2,ymm0,ymm4
     84d:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm2
     856:	vmovdqu ymm0,ymm14
     85b:	vfmadd231ps ymm0,ymm1,ymm4
     860:	vmovdqu ymm15,ymm0
     864:	vmovdqu ymm0,YMMWORD PTR [rsp+0x60]
     86a:	vfmadd231ps ymm0,ymm1,ymm13
     86f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     875:	mov    r11d,r10d
     878:	add    r11d,DWORD PTR [rsp+0x1f4]
     880:	movsxd r11,r11d
     883:	vbroadcastss ymm0,DWORD PTR [rdx+r11*4+0x1c]
     88a:	vfmadd231ps ymm12,ymm0,ymm4
     88f:	vfmadd231ps ymm6,ymm0,ymm13
     894:	mov    r8d,r10d
     897:	add    r8d,DWORD PTR [rsp+0x18]
     89c:	movsxd r11,r8d
     89f:	vbroadcastss ymm0,DWORD PTR [rdx+r11*4+0x1c]
     8a6:	vfmadd231ps ymm7,ymm0,ymm4
     8ab:	vfmadd231ps ymm10,ymm0,ymm13
     8b0:	add    r10d,0x4
     8b4:	cmp    r10d,ebx
     8b7:	jl     0x590
     8bd:	mov    r11,QWORD PTR [r15+0x30]
     8c1:	test   DWORD PTR [r11],eax
     8c4:	cmp    r10d,DWORD PTR [rsp+0x1ec]
     8cc:	jl     0x549
     8d2:	mov    edi,DWORD PTR [rsp+0x10]
     8d6:	mov    ecx,DWORD PTR [rsp+0x1f4]
     8dd:	mov    r8d,DWORD PTR [rsp+0x24]
     8e2:	mov    r11d,DWORD PTR [rsp+0x14]
     8e7:	mov    r9d,DWORD PTR [rsp+0x18]
     8ec:	mov    ebx,DWORD PTR [rsp+0x1c]
     8f0:	mov    eax,DWORD PTR [rsp+0x20]
     8f4:	vmovdqu ymm1,YMMWORD PTR [rsp+0x60]
     8fa:	cmp    r10d,DWORD PTR [rsp+0x2c]
     8ff:	jl     0x1c3c
     905:	movsxd rdi,DWORD PTR [rsp+0x1f0]
     90d:	mov    ebx,DWORD PTR [rsp+0x1f0]
     914:	shl    ebx,1
     916:	mov    ecx,DWORD PTR [rsp+0x1f0]
     91d:	add    ecx,ebx
     91f:	mov    edx,DWORD PTR [rsp+0x1f0]
     926:	shl    edx,0x2
     929:	mov    r13d,DWORD PTR [rsp+0x1f0]
     931:	add    r13d,edx
     934:	movsxd r10,ecx
     937:	mov    QWORD PTR [rsp],r10
     93b:	movsxd rsi,ebx
     93e:	mov    r11d,DWORD PTR [rsp+0x1f8]
     946:	test   r11d,r11d
     949:	je     0xb28
     94f:	mov    r11,QWORD PTR [rsp+0x1e0]
     957:	mov    r10d,DWORD PTR [r11+0xc]
     95b:	add    r10d,0xfffffff9
     95f:	test   r10d,r10d
     962:	jl     0x2508
     968:	mov    r9d,DWORD PTR [rsp+0x1e8]
     970:	cmp    r9d,r10d
     973:	jae    0x1ce0
     979:	mov    r8d,DWORD PTR [rsp+0x1e8]
     981:	movsxd r14,r8d
     984:	vaddps ymm0,ymm12,YMMWORD PTR [r11+r14*4+0x10]
     98b:	cmp    r8d,r10d
     98e:	jae    0x1d88
     994:	vmovdqu YMMWORD PTR [r11+r14*4+0x10],ymm0
     99b:	mov    eax,DWORD PTR [rsp+0x1e8]
     9a2:	add    eax,0x8
     9a5:	cmp    eax,r10d
     9a8:	jae    0x1e2c
     9ae:	vaddps ymm0,ymm6,YMMWORD PTR [r11+r14*4+0x30]
     9b5:	vmovdqu YMMWORD PTR [r11+r14*4+0x30],ymm0
     9bc:	mov    ebp,DWORD PTR [rsp+0x1f0]
     9c3:	add    ebp,r8d
     9c6:	cmp    ebp,r10d
     9c9:	jae    0x1ec4
     9cf:	lea    rax,[r14+rdi*1]
     9d3:	vaddps ymm0,ymm5,YMMWORD PTR [r11+rax*4+0x10]
     9da:	cmp    ebp,r10d
     9dd:	jae    0x1f50
     9e3:	vmovdqu YMMWORD PTR [r11+rax*4+0x10],ymm0
     9ea:	add    ebp,0x8
     9ed:	cmp    ebp,r10d
     9f0:	jae    0x1fdc
     9f6:	vaddps ymm0,ymm11,YMMWORD PTR [r11+rax*4+0x30]
     9fd:	vmovdqu YMMWORD PTR [r11+rax*4+0x30],ymm0
     a04:	lea    ebp,[r8+rbx*1]
     a08:	cmp    ebp,r10d
     a0b:	jae    0x205c
     a11:	lea    rdi,[r14+rsi*1]
     a15:	vaddps ymm0,ymm7,YMMWORD PTR [r11+rdi*4+0x10]
     a1c:	lea    ebx,[rbp+0x8]
     a1f:	cmp    ebx,r10d
     a22:	jae    0x20d8
     a28:	vmovdqu YMMWORD PTR [r11+rdi*4+0x10],ymm0
     a2f:	vaddps ymm0,ymm10,YMMWORD PTR [r11+rdi*4+0x30]
     a36:	vmovdqu YMMWORD PTR [r11+rdi*4+0x30],ymm0
     a3d:	lea    ebp,[r8+rcx*1]
     a41:	cmp    ebp,r10d
     a44:	jae    0x2150
     a4a:	add    r14,QWORD PTR [rsp]
     a4e:	vaddps ymm0,ymm8,YMMWORD PTR [r11+r14*4+0x10]
     a55:	mov    edi,DWORD PTR [rsp+0x1e8]
     a5c:	add    edi,ecx
     a5e:	cmp    edi,r10d
     a61:	jae    0x21b8
     a67:	mov    r8d,edi
     a6a:	vmovdqu YMMWORD PTR [r11+r8*4+0x10],ymm0
     a71:	add    edi,0x8
     a74:	cmp    edi,r10d
     a77:	jae    0x2240
     a7d:	vaddps ymm0,ymm9,YMMWORD PTR [r11+r8*4+0x30]
     a84:	vmovdqu YMMWORD PTR [r11+r8*4+0x30],ymm0
     a8b:	mov    r8d,DWORD PTR [rsp+0x1e8]
     a93:	add    r8d,edx
     a96:	cmp    r8d,r10d
     a99:	jae    0x22b4
     a9f:	mov    ebx,r8d
     aa2:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
     aab:	vaddps ymm0,ymm0,YMMWORD PTR [r11+rbx*4+0x10]
     ab2:	cmp    ebx,r10d
     ab5:	jae    0x2318
     abb:	vmovdqu YMMWORD PTR [r11+rbx*4+0x10],ymm0
     ac2:	add    r8d,0x8
     ac6:	cmp    r8d,r10d
     ac9:	jae    0x2384
     acf:	vaddps ymm0,ymm3,YMMWORD PTR [r11+rbx*4+0x30]
     ad6:	vmovdqu YMMWORD PTR [r11+rbx*4+0x30],ymm0
     add:	mov    ebx,DWORD PTR [rsp+0x1e8]
     ae4:	add    ebx,r13d
     ae7:	cmp    ebx,r10d
     aea:	jae    0x23ec
     af0:	mov    ecx,ebx
     af2:	vaddps ymm0,ymm15,YMMWORD PTR [r11+rcx*4+0x10]
     af9:	cmp    ecx,r10d
     afc:	jae    0x244c
     b02:	vmovdqu YMMWORD PTR [r11+rcx*4+0x10],ymm0
     b09:	add    ebx,0x8
     b0c:	cmp    ebx,r10d
     b0f:	jae    0x24ac
     b15:	vaddps ymm0,ymm1,YMMWORD PTR [r11+rcx*4+0x30]
     b1c:	vmovdqu YMMWORD PTR [r11+rcx*4+0x30],ymm0
     b23:	jmp    0xc5d
     b28:	mov    r10,QWORD PTR [rsp+0x1e0]
     b30:	mov    r11d,DWORD PTR [r10+0xc]
     b34:	add    r11d,0xfffffff9
     b38:	test   r11d,r11d
     b3b:	jl     0x1b9c
     b41:	mov    r8d,DWORD PTR [rsp+0x1e8]
     b49:	cmp    r8d,r11d
     b4c:	jae    0x16c4
     b52:	lea    ebp,[r8+0x8]
     b56:	movsxd r9,r8d
     b59:	vmovdqu YMMWORD PTR [r10+r9*4+0x10],ymm12
     b60:	cmp    ebp,r11d
     b63:	jae    0x1768
     b69:	vmovdqu YMMWORD PTR [r10+r9*4+0x30],ymm6
     b70:	mov    ebp,DWORD PTR [rsp+0x1f0]
     b77:	add    ebp,r8d
     b7a:	cmp    ebp,r11d
     b7d:	jae    0x17fc
     b83:	lea    rax,[r9+rdi*1]
     b87:	vmovdqu YMMWORD PTR [r10+rax*4+0x10],ymm5
     b8e:	add    ebp,0x8
     b91:	cmp    ebp,r11d
     b94:	jae    0x1888
     b9a:	vmovdqu YMMWORD PTR [r10+rax*4+0x30],ymm11
     ba1:	lea    ebp,[r8+rbx*1]
     ba5:	cmp    ebp,r11d
     ba8:	jae    0x190c
     bae:	lea    rbx,[r9+rsi*1]
     bb2:	vmovdqu YMMWORD PTR [r10+rbx*4+0x10],ymm7
     bb9:	add    ebp,0x8
     bbc:	cmp    ebp,r11d
     bbf:	jae    0x1984
     bc5:	vmovdqu YMMWORD PTR [r10+rbx*4+0x30],ymm10
     bcc:	lea    ebp,[r8+rcx*1]
     bd0:	cmp    ebp,r11d
     bd3:	jae    0x19f4
     bd9:	mov    rcx,r9
     bdc:	add    rcx,QWORD PTR [rsp]
     be0:	vmovdqu YMMWORD PTR [r10+rcx*4+0x10],ymm8
     be7:	add    ebp,0x8
     bea:	cmp    ebp,r11d
     bed:	jae    0x1a5c
     bf3:	vmovdqu YMMWORD PTR [r10+rcx*4+0x30],ymm9
     bfa:	lea    ebp,[r8+rdx*1]
     bfe:	cmp    ebp,r11d
     c01:	jae    0x1aac
     c07:	add    ebp,0x8
     c0a:	movsxd rcx,edx
     c0d:	add    rcx,r9
     c10:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
     c19:	vmovdqu YMMWORD PTR [r10+rcx*4+0x10],ymm0
     c20:	cmp    ebp,r11d
     c23:	jae    0x1af0
     c29:	vmovdqu YMMWORD PTR [r10+rcx*4+0x30],ymm3
     c30:	lea    ebp,[r8+r13*1]
     c34:	cmp    ebp,r11d
     c37:	jae    0x1b38
     c3d:	add    ebp,0x8
     c40:	movsxd r8,r13d
     c43:	add    r8,r9
     c46:	vmovdqu YMMWORD PTR [r10+r8*4+0x10],ymm15
     c4d:	cmp    ebp,r11d
     c50:	jae    0x1b78
     c56:	vmovdqu YMMWORD PTR [r10+r8*4+0x30],ymm1
     c5d:	vzeroupper
     c60:	add    rsp,0x1d0
     c67:	pop    rbp
     c68:	cmp    rsp,QWORD PTR [r15+0x28]
     c6c:	ja     0x25f4
     c72:	ret
     c73:	vxorps xmm12,xmm12,xmm12
     c78:	vxorps xmm6,xmm6,xmm6
     c7c:	vxorps xmm5,xmm5,xmm5
     c80:	vxorps xmm11,xmm11,xmm11
     c85:	vxorps xmm7,xmm7,xmm7
     c89:	vxorps xmm10,xmm10,xmm10
     c8e:	vxorps xmm8,xmm8,xmm8
     c93:	vxorps xmm9,xmm9,xmm9
     c98:	vxorps xmm0,xmm0,xmm0
     c9c:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
     ca5:	vxorps xmm3,xmm3,xmm3
     ca9:	vxorps xmm15,xmm15,xmm15
     cae:	xor    r10d,r10d
     cb1:	vxorps xmm1,xmm1,xmm1
     cb5:	jmp    0x8fa
     cba:	mov    r11d,DWORD PTR [rsp+0x14]
     cbf:	mov    esi,0xffffff6e
     cc4:	mov    QWORD PTR [rsp],rdx
     cc8:	mov    DWORD PTR [rsp+0x1f4],ecx
     ccf:	mov    DWORD PTR [rsp+0x10],edi
     cd3:	mov    DWORD PTR [rsp+0x14],r11d
     cd8:	mov    DWORD PTR [rsp+0x18],r9d
     cdd:	mov    DWORD PTR [rsp+0x1c],ebx
     ce1:	mov    DWORD PTR [rsp+0x20],eax
     ce5:	mov    DWORD PTR [rsp+0x24],r8d
     cea:	vxorps xmm0,xmm0,xmm0
     cee:	vmovdqu YMMWORD PTR [rsp+0x40],ymm0
     cf4:	vxorps xmm0,xmm0,xmm0
     cf8:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
     cfe:	vxorps xmm0,xmm0,xmm0
     d02:	vmovdqu YMMWORD PTR [rsp+0x80],ymm0
     d0b:	vxorps xmm0,xmm0,xmm0
     d0f:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
     d18:	vxorps xmm0,xmm0,xmm0
     d1c:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm0
     d25:	vxorps xmm0,xmm0,xmm0
     d29:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm0
     d32:	vxorps xmm0,xmm0,xmm0
     d36:	vmovdqu YMMWORD PTR [rsp+0x100],ymm0
     d3f:	vxorps xmm0,xmm0,xmm0
     d43:	vmovdqu YMMWORD PTR [rsp+0x120],ymm0
     d4c:	vxorps xmm0,xmm0,xmm0
     d50:	vmovdqu YMMWORD PTR [rsp+0x140],ymm0
     d59:	vxorps xmm0,xmm0,xmm0
     d5d:	vmovdqu YMMWORD PTR [rsp+0x160],ymm0
     d66:	vxorps xmm0,xmm0,xmm0
     d6a:	vmovdqu YMMWORD PTR [rsp+0x180],ymm0
     d73:	vxorps xmm0,xmm0,xmm0
     d77:	vmovdqu YMMWORD PTR [rsp+0x1a0],ymm0
     d80:	vzeroupper
     d83:	call   0xffffffffffacdc60
     d88:	nop    DWORD PTR [rax+rax*1+0x1000e80]
     d90:	mov    ecx,DWORD PTR [rsp+0x1f4]
     d97:	mov    r8d,DWORD PTR [rsp+0x24]
     d9c:	mov    r11d,DWORD PTR [rsp+0x14]
     da1:	mov    r9d,DWORD PTR [rsp+0x18]
     da6:	mov    ebx,DWORD PTR [rsp+0x1c]
     daa:	jmp    0xcbf
     daf:	mov    ecx,DWORD PTR [rsp+0x1f4]
     db6:	mov    r8d,DWORD PTR [rsp+0x24]
     dbb:	mov    r11d,DWORD PTR [rsp+0x14]
     dc0:	mov    r9d,DWORD PTR [rsp+0x18]
     dc5:	mov    ebx,DWORD PTR [rsp+0x1c]
     dc9:	jmp    0xcbf
     dce:	mov    ecx,DWORD PTR [rsp+0x1f4]
     dd5:	mov    r8d,DWORD PTR [rsp+0x24]
     dda:	mov    r11d,DWORD PTR [rsp+0x14]
     ddf:	mov    r9d,DWORD PTR [rsp+0x18]
     de4:	mov    ebx,DWORD PTR [rsp+0x1c]
     de8:	jmp    0xcbf
     ded:	mov    ecx,r11d
     df0:	mov    r8d,DWORD PTR [rsp+0x24]
     df5:	mov    r11d,DWORD PTR [rsp+0x14]
     dfa:	mov    r9d,DWORD PTR [rsp+0x18]
     dff:	mov    ebx,DWORD PTR [rsp+0x1c]
     e03:	jmp    0xcbf
     e08:	mov    edi,DWORD PTR [rsp+0x10]
     e0c:	mov    ecx,DWORD PTR [rsp+0x1f4]
     e13:	mov    r8d,DWORD PTR [rsp+0x24]
     e18:	mov    r11d,DWORD PTR [rsp+0x14]
     e1d:	mov    r9d,DWORD PTR [rsp+0x18]
     e22:	mov    ebx,DWORD PTR [rsp+0x1c]
     e26:	jmp    0xcbf
     e2b:	mov    edi,DWORD PTR [rsp+0x10]
     e2f:	mov    ecx,DWORD PTR [rsp+0x1f4]
     e36:	mov    r8d,DWORD PTR [rsp+0x24]
     e3b:	mov    r9d,DWORD PTR [rsp+0x18]
     e40:	mov    ebx,DWORD PTR [rsp+0x1c]
     e44:	jmp    0xcbf
     e49:	mov    edi,DWORD PTR [rsp+0x10]
     e4d:	mov    ecx,DWORD PTR [rsp+0x1f4]
     e54:	mov    r8d,DWORD PTR [rsp+0x24]
     e59:	mov    r11d,DWORD PTR [rsp+0x14]
     e5e:	mov    r9d,DWORD PTR [rsp+0x18]
     e63:	mov    ebx,DWORD PTR [rsp+0x1c]
     e67:	jmp    0xcbf
     e6c:	mov    edi,DWORD PTR [rsp+0x10]
     e70:	mov    ecx,DWORD PTR [rsp+0x1f4]
     e77:	mov    r8d,DWORD PTR [rsp+0x24]
     e7c:	mov    r11d,DWORD PTR [rsp+0x14]
     e81:	mov    r9d,DWORD PTR [rsp+0x18]
     e86:	mov    ebx,DWORD PTR [rsp+0x1c]
     e8a:	jmp    0xcbf
     e8f:	mov    edi,DWORD PTR [rsp+0x10]
     e93:	mov    ecx,DWORD PTR [rsp+0x1f4]
     e9a:	mov    r8d,DWORD PTR [rsp+0x24]
     e9f:	mov    r11d,DWORD PTR [rsp+0x14]
     ea4:	mov    r9d,DWORD PTR [rsp+0x18]
     ea9:	mov    ebx,DWORD PTR [rsp+0x1c]
     ead:	jmp    0xcbf
     eb2:	mov    edi,DWORD PTR [rsp+0x10]
     eb6:	mov    ecx,DWORD PTR [rsp+0x1f4]
     ebd:	mov    r8d,DWORD PTR [rsp+0x24]
     ec2:	mov    r11d,DWORD PTR [rsp+0x14]
     ec7:	mov    r9d,DWORD PTR [rsp+0x18]
     ecc:	mov    ebx,DWORD PTR [rsp+0x1c]
     ed0:	jmp    0xcbf
     ed5:	mov    edi,DWORD PTR [rsp+0x10]
     ed9:	mov    ecx,DWORD PTR [rsp+0x1f4]
     ee0:	mov    r8d,DWORD PTR [rsp+0x24]
     ee5:	mov    r11d,DWORD PTR [rsp+0x14]
     eea:	mov    r9d,DWORD PTR [rsp+0x18]
     eef:	mov    ebx,DWORD PTR [rsp+0x1c]
     ef3:	jmp    0xcbf
     ef8:	mov    edi,DWORD PTR [rsp+0x10]
     efc:	mov    ecx,DWORD PTR [rsp+0x1f4]
     f03:	mov    r8d,DWORD PTR [rsp+0x24]
     f08:	mov    r11d,DWORD PTR [rsp+0x14]
     f0d:	mov    r9d,DWORD PTR [rsp+0x18]
     f12:	mov    ebx,DWORD PTR [rsp+0x1c]
     f16:	jmp    0xcbf
     f1b:	mov    edi,DWORD PTR [rsp+0x10]
     f1f:	mov    ecx,DWORD PTR [rsp+0x1f4]
     f26:	mov    r8d,DWORD PTR [rsp+0x24]
     f2b:	mov    r11d,DWORD PTR [rsp+0x14]
     f30:	mov    r9d,DWORD PTR [rsp+0x18]
     f35:	mov    ebx,DWORD PTR [rsp+0x1c]
     f39:	jmp    0xcbf
     f3e:	mov    edi,DWORD PTR [rsp+0x10]
     f42:	mov    ecx,DWORD PTR [rsp+0x1f4]
     f49:	mov    r8d,r11d
     f4c:	mov    r11d,DWORD PTR [rsp+0x14]
     f51:	mov    r9d,DWORD PTR [rsp+0x18]
     f56:	mov    ebx,DWORD PTR [rsp+0x1c]
     f5a:	jmp    0xcbf
     f5f:	mov    edi,DWORD PTR [rsp+0x10]
     f63:	mov    ecx,DWORD PTR [rsp+0x1f4]
     f6a:	mov    r8d,DWORD PTR [rsp+0x24]
     f6f:	mov    r11d,DWORD PTR [rsp+0x14]
     f74:	mov    r9d,DWORD PTR [rsp+0x18]
     f79:	mov    ebx,DWORD PTR [rsp+0x1c]
     f7d:	jmp    0xcbf
     f82:	mov    edi,DWORD PTR [rsp+0x10]
     f86:	mov    ecx,DWORD PTR [rsp+0x1f4]
     f8d:	mov    r8d,DWORD PTR [rsp+0x24]
     f92:	mov    r11d,DWORD PTR [rsp+0x14]
     f97:	mov    r9d,DWORD PTR [rsp+0x18]
     f9c:	mov    ebx,DWORD PTR [rsp+0x1c]
     fa0:	jmp    0xcbf
     fa5:	mov    edi,DWORD PTR [rsp+0x10]
     fa9:	mov    ecx,DWORD PTR [rsp+0x1f4]
     fb0:	mov    r8d,DWORD PTR [rsp+0x24]
     fb5:	mov    r11d,DWORD PTR [rsp+0x14]
     fba:	mov    r9d,DWORD PTR [rsp+0x18]
     fbf:	mov    ebx,DWORD PTR [rsp+0x1c]
     fc3:	jmp    0xcbf
     fc8:	mov    edi,DWORD PTR [rsp+0x10]
     fcc:	mov    ecx,DWORD PTR [rsp+0x1f4]
     fd3:	mov    r8d,DWORD PTR [rsp+0x24]
     fd8:	mov    r11d,DWORD PTR [rsp+0x14]
     fdd:	mov    r9d,DWORD PTR [rsp+0x18]
     fe2:	mov    ebx,DWORD PTR [rsp+0x1c]
     fe6:	jmp    0xcbf
     feb:	mov    edi,DWORD PTR [rsp+0x10]
     fef:	mov    ecx,DWORD PTR [rsp+0x1f4]
     ff6:	mov    r8d,DWORD PTR [rsp+0x24]
     ffb:	mov    r11d,DWORD PTR [rsp+0x14]
    1000:	mov    r9d,DWORD PTR [rsp+0x18]
    1005:	mov    ebx,DWORD PTR [rsp+0x1c]
    1009:	jmp    0xcbf
    100e:	mov    edi,DWORD PTR [rsp+0x10]
    1012:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1019:	mov    r8d,DWORD PTR [rsp+0x24]
    101e:	mov    r11d,DWORD PTR [rsp+0x14]
    1023:	mov    r9d,DWORD PTR [rsp+0x18]
    1028:	mov    ebx,DWORD PTR [rsp+0x1c]
    102c:	jmp    0xcbf
    1031:	mov    edi,DWORD PTR [rsp+0x10]
    1035:	mov    ecx,DWORD PTR [rsp+0x1f4]
    103c:	mov    r8d,DWORD PTR [rsp+0x24]
    1041:	mov    r11d,DWORD PTR [rsp+0x14]
    1046:	mov    r9d,DWORD PTR [rsp+0x18]
    104b:	mov    ebx,DWORD PTR [rsp+0x1c]
    104f:	jmp    0xcbf
    1054:	mov    edi,DWORD PTR [rsp+0x10]
    1058:	mov    ecx,DWORD PTR [rsp+0x1f4]
    105f:	mov    r8d,DWORD PTR [rsp+0x24]
    1064:	mov    r11d,DWORD PTR [rsp+0x14]
    1069:	mov    r9d,DWORD PTR [rsp+0x18]
    106e:	mov    ebx,DWORD PTR [rsp+0x1c]
    1072:	jmp    0xcbf
    1077:	mov    edi,DWORD PTR [rsp+0x10]
    107b:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1082:	mov    r8d,DWORD PTR [rsp+0x24]
    1087:	mov    r11d,DWORD PTR [rsp+0x14]
    108c:	mov    r9d,DWORD PTR [rsp+0x18]
    1091:	mov    ebx,DWORD PTR [rsp+0x1c]
    1095:	jmp    0xcbf
    109a:	mov    edi,DWORD PTR [rsp+0x10]
    109e:	mov    ecx,DWORD PTR [rsp+0x1f4]
    10a5:	mov    r8d,DWORD PTR [rsp+0x24]
    10aa:	mov    r11d,DWORD PTR [rsp+0x14]
    10af:	mov    r9d,DWORD PTR [rsp+0x18]
    10b4:	mov    ebx,DWORD PTR [rsp+0x1c]
    10b8:	jmp    0xcbf
    10bd:	mov    edi,DWORD PTR [rsp+0x10]
    10c1:	mov    ecx,DWORD PTR [rsp+0x1f4]
    10c8:	mov    r8d,DWORD PTR [rsp+0x24]
    10cd:	mov    r11d,DWORD PTR [rsp+0x14]
    10d2:	mov    r9d,DWORD PTR [rsp+0x18]
    10d7:	mov    ebx,DWORD PTR [rsp+0x1c]
    10db:	jmp    0xcbf
    10e0:	mov    edi,DWORD PTR [rsp+0x10]
    10e4:	mov    ecx,DWORD PTR [rsp+0x1f4]
    10eb:	mov    r8d,DWORD PTR [rsp+0x24]
    10f0:	mov    r11d,DWORD PTR [rsp+0x14]
    10f5:	mov    r9d,DWORD PTR [rsp+0x18]
    10fa:	mov    ebx,DWORD PTR [rsp+0x1c]
    10fe:	jmp    0xcbf
    1103:	mov    edi,DWORD PTR [rsp+0x10]
    1107:	mov    ecx,DWORD PTR [rsp+0x1f4]
    110e:	mov    r8d,DWORD PTR [rsp+0x24]
    1113:	mov    r11d,DWORD PTR [rsp+0x14]
    1118:	mov    r9d,DWORD PTR [rsp+0x18]
    111d:	mov    ebx,DWORD PTR [rsp+0x1c]
    1121:	jmp    0xcbf
    1126:	mov    edi,DWORD PTR [rsp+0x10]
    112a:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1131:	mov    r8d,DWORD PTR [rsp+0x24]
    1136:	mov    r11d,DWORD PTR [rsp+0x14]
    113b:	mov    r9d,DWORD PTR [rsp+0x18]
    1140:	mov    ebx,DWORD PTR [rsp+0x1c]
    1144:	jmp    0xcbf
    1149:	mov    edi,DWORD PTR [rsp+0x10]
    114d:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1154:	mov    r8d,DWORD PTR [rsp+0x24]
    1159:	mov    r11d,DWORD PTR [rsp+0x14]
    115e:	mov    r9d,DWORD PTR [rsp+0x18]
    1163:	mov    ebx,DWORD PTR [rsp+0x1c]
    1167:	jmp    0xcbf
    116c:	mov    edi,DWORD PTR [rsp+0x10]
    1170:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1177:	mov    r8d,DWORD PTR [rsp+0x24]
    117c:	mov    r11d,DWORD PTR [rsp+0x14]
    1181:	mov    r9d,DWORD PTR [rsp+0x18]
    1186:	mov    ebx,DWORD PTR [rsp+0x1c]
    118a:	jmp    0xcbf
    118f:	mov    edi,DWORD PTR [rsp+0x10]
    1193:	mov    ecx,DWORD PTR [rsp+0x1f4]
    119a:	mov    r8d,DWORD PTR [rsp+0x24]
    119f:	mov    r11d,DWORD PTR [rsp+0x14]
    11a4:	mov    r9d,DWORD PTR [rsp+0x18]
    11a9:	mov    ebx,DWORD PTR [rsp+0x1c]
    11ad:	jmp    0xcbf
    11b2:	mov    edi,DWORD PTR [rsp+0x10]
    11b6:	mov    ecx,DWORD PTR [rsp+0x1f4]
    11bd:	mov    r8d,DWORD PTR [rsp+0x24]
    11c2:	mov    r11d,DWORD PTR [rsp+0x14]
    11c7:	mov    r9d,DWORD PTR [rsp+0x18]
    11cc:	mov    ebx,DWORD PTR [rsp+0x1c]
    11d0:	jmp    0xcbf
    11d5:	mov    edi,DWORD PTR [rsp+0x10]
    11d9:	mov    ecx,DWORD PTR [rsp+0x1f4]
    11e0:	mov    r8d,DWORD PTR [rsp+0x24]
    11e5:	mov    r11d,DWORD PTR [rsp+0x14]
    11ea:	mov    r9d,DWORD PTR [rsp+0x18]
    11ef:	mov    ebx,DWORD PTR [rsp+0x1c]
    11f3:	jmp    0xcbf
    11f8:	mov    edi,DWORD PTR [rsp+0x10]
    11fc:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1203:	mov    r8d,DWORD PTR [rsp+0x24]
    1208:	mov    r11d,DWORD PTR [rsp+0x14]
    120d:	mov    r9d,DWORD PTR [rsp+0x18]
    1212:	mov    ebx,DWORD PTR [rsp+0x1c]
    1216:	jmp    0xcbf
    121b:	mov    edi,DWORD PTR [rsp+0x10]
    121f:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1226:	mov    r8d,DWORD PTR [rsp+0x24]
    122b:	mov    r11d,DWORD PTR [rsp+0x14]
    1230:	mov    r9d,DWORD PTR [rsp+0x18]
    1235:	mov    ebx,DWORD PTR [rsp+0x1c]
    1239:	jmp    0xcbf
    123e:	mov    edi,DWORD PTR [rsp+0x10]
    1242:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1249:	mov    r8d,DWORD PTR [rsp+0x24]
    124e:	mov    r11d,DWORD PTR [rsp+0x14]
    1253:	mov    r9d,DWORD PTR [rsp+0x18]
    1258:	mov    ebx,DWORD PTR [rsp+0x1c]
    125c:	jmp    0xcbf
    1261:	mov    edi,DWORD PTR [rsp+0x10]
    1265:	mov    ecx,DWORD PTR [rsp+0x1f4]
    126c:	mov    r8d,DWORD PTR [rsp+0x24]
    1271:	mov    r11d,DWORD PTR [rsp+0x14]
    1276:	mov    r9d,DWORD PTR [rsp+0x18]
    127b:	mov    ebx,DWORD PTR [rsp+0x1c]
    127f:	jmp    0xcbf
    1284:	mov    edi,DWORD PTR [rsp+0x10]
    1288:	mov    ecx,DWORD PTR [rsp+0x1f4]
    128f:	mov    r8d,DWORD PTR [rsp+0x24]
    1294:	mov    r11d,DWORD PTR [rsp+0x14]
    1299:	mov    r9d,DWORD PTR [rsp+0x18]
    129e:	mov    ebx,DWORD PTR [rsp+0x1c]
    12a2:	jmp    0xcbf
    12a7:	mov    edi,DWORD PTR [rsp+0x10]
    12ab:	mov    ecx,DWORD PTR [rsp+0x1f4]
    12b2:	mov    r8d,DWORD PTR [rsp+0x24]
    12b7:	mov    r11d,DWORD PTR [rsp+0x14]
    12bc:	mov    r9d,DWORD PTR [rsp+0x18]
    12c1:	mov    ebx,DWORD PTR [rsp+0x1c]
    12c5:	jmp    0xcbf
    12ca:	mov    edi,DWORD PTR [rsp+0x10]
    12ce:	mov    ecx,DWORD PTR [rsp+0x1f4]
    12d5:	mov    r8d,DWORD PTR [rsp+0x24]
    12da:	mov    r11d,DWORD PTR [rsp+0x14]
    12df:	mov    r9d,DWORD PTR [rsp+0x18]
    12e4:	mov    ebx,DWORD PTR [rsp+0x1c]
    12e8:	jmp    0xcbf
    12ed:	mov    edi,DWORD PTR [rsp+0x10]
    12f1:	mov    ecx,DWORD PTR [rsp+0x1f4]
    12f8:	mov    r8d,DWORD PTR [rsp+0x24]
    12fd:	mov    r11d,DWORD PTR [rsp+0x14]
    1302:	mov    r9d,DWORD PTR [rsp+0x18]
    1307:	mov    ebx,DWORD PTR [rsp+0x1c]
    130b:	jmp    0xcbf
    1310:	mov    edi,DWORD PTR [rsp+0x10]
    1314:	mov    ecx,DWORD PTR [rsp+0x1f4]
    131b:	mov    r8d,DWORD PTR [rsp+0x24]
    1320:	mov    r11d,DWORD PTR [rsp+0x14]
    1325:	mov    r9d,DWORD PTR [rsp+0x18]
    132a:	mov    ebx,DWORD PTR [rsp+0x1c]
    132e:	jmp    0xcbf
    1333:	mov    edi,DWORD PTR [rsp+0x10]
    1337:	mov    ecx,DWORD PTR [rsp+0x1f4]
    133e:	mov    r8d,DWORD PTR [rsp+0x24]
    1343:	mov    r11d,DWORD PTR [rsp+0x14]
    1348:	mov    r9d,DWORD PTR [rsp+0x18]
    134d:	mov    ebx,DWORD PTR [rsp+0x1c]
    1351:	jmp    0xcbf
    1356:	mov    edi,DWORD PTR [rsp+0x10]
    135a:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1361:	mov    r8d,DWORD PTR [rsp+0x24]
    1366:	mov    r11d,DWORD PTR [rsp+0x14]
    136b:	mov    r9d,DWORD PTR [rsp+0x18]
    1370:	mov    ebx,DWORD PTR [rsp+0x1c]
    1374:	jmp    0xcbf
    1379:	mov    edi,DWORD PTR [rsp+0x10]
    137d:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1384:	mov    r8d,DWORD PTR [rsp+0x24]
    1389:	mov    r11d,DWORD PTR [rsp+0x14]
    138e:	mov    r9d,DWORD PTR [rsp+0x18]
    1393:	mov    ebx,DWORD PTR [rsp+0x1c]
    1397:	jmp    0xcbf
    139c:	mov    edi,DWORD PTR [rsp+0x10]
    13a0:	mov    ecx,DWORD PTR [rsp+0x1f4]
    13a7:	mov    r8d,DWORD PTR [rsp+0x24]
    13ac:	mov    r11d,DWORD PTR [rsp+0x14]
    13b1:	mov    r9d,DWORD PTR [rsp+0x18]
    13b6:	mov    ebx,DWORD PTR [rsp+0x1c]
    13ba:	jmp    0xcbf
    13bf:	mov    edi,DWORD PTR [rsp+0x10]
    13c3:	mov    ecx,DWORD PTR [rsp+0x1f4]
    13ca:	mov    r8d,DWORD PTR [rsp+0x24]
    13cf:	mov    r11d,DWORD PTR [rsp+0x14]
    13d4:	mov    r9d,DWORD PTR [rsp+0x18]
    13d9:	mov    ebx,DWORD PTR [rsp+0x1c]
    13dd:	jmp    0xcbf
    13e2:	mov    edi,DWORD PTR [rsp+0x10]
    13e6:	mov    ecx,DWORD PTR [rsp+0x1f4]
    13ed:	mov    r8d,DWORD PTR [rsp+0x24]
    13f2:	mov    r11d,DWORD PTR [rsp+0x14]
    13f7:	mov    r9d,DWORD PTR [rsp+0x18]
    13fc:	mov    ebx,DWORD PTR [rsp+0x1c]
    1400:	jmp    0xcbf
    1405:	mov    edi,DWORD PTR [rsp+0x10]
    1409:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1410:	mov    r8d,DWORD PTR [rsp+0x24]
    1415:	mov    r11d,DWORD PTR [rsp+0x14]
    141a:	mov    r9d,DWORD PTR [rsp+0x18]
    141f:	mov    ebx,DWORD PTR [rsp+0x1c]
    1423:	jmp    0xcbf
    1428:	mov    edi,DWORD PTR [rsp+0x10]
    142c:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1433:	mov    r8d,DWORD PTR [rsp+0x24]
    1438:	mov    r11d,DWORD PTR [rsp+0x14]
    143d:	mov    r9d,DWORD PTR [rsp+0x18]
    1442:	mov    ebx,DWORD PTR [rsp+0x1c]
    1446:	jmp    0xcbf
    144b:	mov    edi,DWORD PTR [rsp+0x10]
    144f:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1456:	mov    r8d,DWORD PTR [rsp+0x24]
    145b:	mov    r11d,DWORD PTR [rsp+0x14]
    1460:	mov    r9d,DWORD PTR [rsp+0x18]
    1465:	mov    ebx,DWORD PTR [rsp+0x1c]
    1469:	jmp    0xcbf
    146e:	mov    edi,DWORD PTR [rsp+0x10]
    1472:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1479:	mov    r8d,DWORD PTR [rsp+0x24]
    147e:	mov    r11d,DWORD PTR [rsp+0x14]
    1483:	mov    r9d,DWORD PTR [rsp+0x18]
    1488:	mov    ebx,DWORD PTR [rsp+0x1c]
    148c:	jmp    0xcbf
    1491:	mov    edi,DWORD PTR [rsp+0x10]
    1495:	mov    ecx,DWORD PTR [rsp+0x1f4]
    149c:	mov    r8d,DWORD PTR [rsp+0x24]
    14a1:	mov    r11d,DWORD PTR [rsp+0x14]
    14a6:	mov    r9d,DWORD PTR [rsp+0x18]
    14ab:	mov    ebx,DWORD PTR [rsp+0x1c]
    14af:	jmp    0xcbf
    14b4:	mov    edi,DWORD PTR [rsp+0x10]
    14b8:	mov    ecx,DWORD PTR [rsp+0x1f4]
    14bf:	mov    r8d,DWORD PTR [rsp+0x24]
    14c4:	mov    r11d,DWORD PTR [rsp+0x14]
    14c9:	mov    r9d,DWORD PTR [rsp+0x18]
    14ce:	mov    ebx,DWORD PTR [rsp+0x1c]
    14d2:	jmp    0xcbf
    14d7:	mov    edi,DWORD PTR [rsp+0x10]
    14db:	mov    ecx,DWORD PTR [rsp+0x1f4]
    14e2:	mov    r8d,DWORD PTR [rsp+0x24]
    14e7:	mov    r11d,DWORD PTR [rsp+0x14]
    14ec:	mov    r9d,DWORD PTR [rsp+0x18]
    14f1:	mov    ebx,DWORD PTR [rsp+0x1c]
    14f5:	jmp    0xcbf
    14fa:	mov    edi,DWORD PTR [rsp+0x10]
    14fe:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1505:	mov    r8d,DWORD PTR [rsp+0x24]
    150a:	mov    r11d,DWORD PTR [rsp+0x14]
    150f:	mov    r9d,DWORD PTR [rsp+0x18]
    1514:	mov    ebx,DWORD PTR [rsp+0x1c]
    1518:	jmp    0xcbf
    151d:	mov    edi,DWORD PTR [rsp+0x10]
    1521:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1528:	mov    r8d,DWORD PTR [rsp+0x24]
    152d:	mov    r11d,DWORD PTR [rsp+0x14]
    1532:	mov    r9d,DWORD PTR [rsp+0x18]
    1537:	mov    ebx,DWORD PTR [rsp+0x1c]
    153b:	jmp    0xcbf
    1540:	mov    edi,DWORD PTR [rsp+0x10]
    1544:	mov    ecx,DWORD PTR [rsp+0x1f4]
    154b:	mov    r8d,DWORD PTR [rsp+0x24]
    1550:	mov    r11d,DWORD PTR [rsp+0x14]
    1555:	mov    r9d,DWORD PTR [rsp+0x18]
    155a:	mov    ebx,DWORD PTR [rsp+0x1c]
    155e:	jmp    0xcbf
    1563:	mov    edi,DWORD PTR [rsp+0x10]
    1567:	mov    ecx,DWORD PTR [rsp+0x1f4]
    156e:	mov    r8d,DWORD PTR [rsp+0x24]
    1573:	mov    r11d,DWORD PTR [rsp+0x14]
    1578:	mov    r9d,DWORD PTR [rsp+0x18]
    157d:	mov    ebx,DWORD PTR [rsp+0x1c]
    1581:	jmp    0xcbf
    1586:	mov    edi,DWORD PTR [rsp+0x10]
    158a:	mov    ecx,DWORD PTR [rsp+0x1f4]
    1591:	mov    r8d,DWORD PTR [rsp+0x24]
    1596:	mov    r11d,DWORD PTR [rsp+0x14]
    159b:	mov    r9d,DWORD PTR [rsp+0x18]
    15a0:	mov    ebx,DWORD PTR [rsp+0x1c]
    15a4:	jmp    0xcbf
    15a9:	mov    edi,DWORD PTR [rsp+0x10]
    15ad:	mov    ecx,DWORD PTR [rsp+0x1f4]
    15b4:	mov    r8d,DWORD PTR [rsp+0x24]
    15b9:	mov    r11d,DWORD PTR [rsp+0x14]
    15be:	mov    r9d,DWORD PTR [rsp+0x18]
    15c3:	mov    ebx,DWORD PTR [rsp+0x1c]
    15c7:	jmp    0xcbf
    15cc:	mov    edi,DWORD PTR [rsp+0x10]
    15d0:	mov    ecx,DWORD PTR [rsp+0x1f4]
    15d7:	mov    r8d,DWORD PTR [rsp+0x24]
    15dc:	mov    r11d,DWORD PTR [rsp+0x14]
    15e1:	mov    r9d,DWORD PTR [rsp+0x18]
    15e6:	mov    ebx,DWORD PTR [rsp+0x1c]
    15ea:	jmp    0xcbf
    15ef:	mov    edi,DWORD PTR [rsp+0x10]
    15f3:	mov    ecx,DWORD PTR [rsp+0x1f4]
    15fa:	mov    r8d,DWORD PTR [rsp+0x24]
    15ff:	mov    r11d,DWORD PTR [rsp+0x14]
    1604:	mov    r9d,DWORD PTR [rsp+0x18]
    1609:	mov    ebx,DWORD PTR [rsp+0x1c]
    160d:	jmp    0xcbf
    1612:	mov    esi,0xffffff66
    1617:	mov    QWORD PTR [rsp],rdx
    161b:	vxorps xmm0,xmm0,xmm0
    161f:	vmovdqu YMMWORD PTR [rsp+0x40],ymm0
    1625:	vxorps xmm0,xmm0,xmm0
    1629:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    162f:	vxorps xmm0,xmm0,xmm0
    1633:	vmovdqu YMMWORD PTR [rsp+0x80],ymm0
    163c:	vxorps xmm0,xmm0,xmm0
    1640:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
    1649:	vxorps xmm0,xmm0,xmm0
    164d:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm0
    1656:	vxorps xmm0,xmm0,xmm0
    165a:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm0
    1663:	vxorps xmm0,xmm0,xmm0
    1667:	vmovdqu YMMWORD PTR [rsp+0x100],ymm0
    1670:	vxorps xmm0,xmm0,xmm0
    1674:	vmovdqu YMMWORD PTR [rsp+0x120],ymm0
    167d:	vxorps xmm0,xmm0,xmm0
    1681:	vmovdqu YMMWORD PTR [rsp+0x140],ymm0
    168a:	vxorps xmm0,xmm0,xmm0
    168e:	vmovdqu YMMWORD PTR [rsp+0x160],ymm0
    1697:	vxorps xmm0,xmm0,xmm0
    169b:	vmovdqu YMMWORD PTR [rsp+0x180],ymm0
    16a4:	vxorps xmm0,xmm0,xmm0
    16a8:	vmovdqu YMMWORD PTR [rsp+0x1a0],ymm0
    16b1:	data16 xchg ax,ax
    16b4:	vzeroupper
    16b7:	call   0xffffffffffacdc60
    16bc:	nop    DWORD PTR [rax+rax*1+0x20017b4]
    16c4:	mov    esi,0xffffffe4
    16c9:	mov    ecx,DWORD PTR [rsp+0x1f0]
    16d0:	mov    DWORD PTR [rsp+0x1e4],ecx
    16d7:	mov    QWORD PTR [rsp+0x1e8],r10
    16df:	mov    DWORD PTR [rsp+0x1f0],r8d
    16e7:	vmovdqu YMMWORD PTR [rsp],ymm1
    16ec:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    16f2:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    16f8:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1701:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1707:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1710:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1719:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1722:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    172b:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1734:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    173d:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    1746:	vmovdqu YMMWORD PTR [rsp+0x160],ymm12
    174f:	mov    DWORD PTR [rsp+0x1f4],r11d
    1757:	nop
    1758:	vzeroupper
    175b:	call   0xffffffffffacdc60
    1760:	nop    DWORD PTR [rax+rax*1+0x3001858]
    1768:	mov    esi,0xffffffe4
    176d:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1775:	mov    DWORD PTR [rsp+0x1e8],r9d
    177d:	vmovdqu YMMWORD PTR [rsp],ymm1
    1782:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1788:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    178e:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1797:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    179d:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    17a6:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    17af:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    17b8:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    17c1:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    17ca:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    17d3:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    17dc:	mov    DWORD PTR [rsp+0x1ec],r8d
    17e4:	mov    DWORD PTR [rsp+0x1f8],r11d
    17ec:	vzeroupper
    17ef:	call   0xffffffffffacdc60
    17f4:	nop    DWORD PTR [rax+rax*1+0x40018ec]
    17fc:	mov    esi,0xffffffe4
    1801:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1808:	mov    DWORD PTR [rsp+0x1e8],ecx
    180f:	vmovdqu YMMWORD PTR [rsp],ymm1
    1814:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    181a:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1820:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1829:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    182f:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1838:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1841:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    184a:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1853:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    185c:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1865:	mov    DWORD PTR [rsp+0x1ec],r8d
    186d:	mov    DWORD PTR [rsp+0x1f8],r11d
    1875:	data16 xchg ax,ax
    1878:	vzeroupper
    187b:	call   0xffffffffffacdc60
    1880:	nop    DWORD PTR [rax+rax*1+0x5001978]
    1888:	mov    esi,0xffffffe4
    188d:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1895:	mov    DWORD PTR [rsp+0x1e8],r9d
    189d:	vmovdqu YMMWORD PTR [rsp],ymm1
    18a2:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    18a8:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    18ae:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    18b7:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    18bd:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    18c6:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    18cf:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    18d8:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    18e1:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    18ea:	mov    DWORD PTR [rsp+0x1ec],r8d
    18f2:	mov    DWORD PTR [rsp+0x1f8],r11d
    18fa:	xchg   ax,ax
    18fc:	vzeroupper
    18ff:	call   0xffffffffffacdc60
    1904:	nop    DWORD PTR [rax+rax*1+0x60019fc]
    190c:	mov    esi,0xffffffe4
    1911:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1918:	mov    DWORD PTR [rsp+0x1e8],ecx
    191f:	vmovdqu YMMWORD PTR [rsp],ymm1
    1924:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    192a:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1930:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1939:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    193f:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1948:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1951:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    195a:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1963:	mov    DWORD PTR [rsp+0x1ec],r8d
    196b:	mov    DWORD PTR [rsp+0x1f8],r11d
    1973:	nop
    1974:	vzeroupper
    1977:	call   0xffffffffffacdc60
    197c:	nop    DWORD PTR [rax+rax*1+0x7001a74]
    1984:	mov    esi,0xffffffe4
    1989:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1991:	mov    DWORD PTR [rsp+0x1e8],r9d
    1999:	vmovdqu YMMWORD PTR [rsp],ymm1
    199e:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    19a4:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    19aa:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    19b3:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    19b9:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    19c2:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    19cb:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    19d4:	mov    DWORD PTR [rsp+0x1ec],r8d
    19dc:	mov    DWORD PTR [rsp+0x1f8],r11d
    19e4:	vzeroupper
    19e7:	call   0xffffffffffacdc60
    19ec:	nop    DWORD PTR [rax+rax*1+0x8001ae4]
    19f4:	mov    esi,0xffffffe4
    19f9:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1a00:	mov    DWORD PTR [rsp+0x1e8],ecx
    1a07:	vmovdqu YMMWORD PTR [rsp],ymm1
    1a0c:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1a12:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1a18:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1a21:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1a27:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1a30:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1a39:	mov    DWORD PTR [rsp+0x1ec],r8d
    1a41:	mov    DWORD PTR [rsp+0x1f8],r11d
    1a49:	data16 xchg ax,ax
    1a4c:	vzeroupper
    1a4f:	call   0xffffffffffacdc60
    1a54:	nop    DWORD PTR [rax+rax*1+0x9001b4c]
    1a5c:	mov    esi,0xffffffe4
    1a61:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1a69:	mov    DWORD PTR [rsp+0x1e8],r9d
    1a71:	vmovdqu YMMWORD PTR [rsp],ymm1
    1a76:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1a7c:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1a82:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1a8b:	mov    DWORD PTR [rsp+0x1ec],r8d
    1a93:	mov    DWORD PTR [rsp+0x1f8],r11d
    1a9b:	nop
    1a9c:	vzeroupper
    1a9f:	call   0xffffffffffacdc60
    1aa4:	nop    DWORD PTR [rax+rax*1+0xa001b9c]
    1aac:	mov    esi,0xffffffe4
    1ab1:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1ab8:	mov    DWORD PTR [rsp+0x1e8],ecx
    1abf:	vmovdqu YMMWORD PTR [rsp],ymm1
    1ac4:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1aca:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1ad0:	mov    DWORD PTR [rsp+0x1ec],r8d
    1ad8:	mov    DWORD PTR [rsp+0x1f8],r11d
    1ae0:	vzeroupper
    1ae3:	call   0xffffffffffacdc60
    1ae8:	nop    DWORD PTR [rax+rax*1+0xb001be0]
    1af0:	mov    esi,0xffffffe4
    1af5:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1afd:	mov    DWORD PTR [rsp+0x1e8],r9d
    1b05:	vmovdqu YMMWORD PTR [rsp],ymm1
    1b0a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1b10:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1b16:	mov    DWORD PTR [rsp+0x1ec],r8d
    1b1e:	mov    DWORD PTR [rsp+0x1f8],r11d
    1b26:	xchg   ax,ax
    1b28:	vzeroupper
    1b2b:	call   0xffffffffffacdc60
    1b30:	nop    DWORD PTR [rax+rax*1+0xc001c28]
    1b38:	mov    esi,0xffffffe4
    1b3d:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1b44:	mov    DWORD PTR [rsp+0x1e8],ecx
    1b4b:	vmovdqu YMMWORD PTR [rsp],ymm1
    1b50:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1b56:	mov    DWORD PTR [rsp+0x1ec],r8d
    1b5e:	mov    DWORD PTR [rsp+0x1f8],r11d
    1b66:	xchg   ax,ax
    1b68:	vzeroupper
    1b6b:	call   0xffffffffffacdc60
    1b70:	nop    DWORD PTR [rax+rax*1+0xd001c68]
    1b78:	mov    esi,0xffffffe4
    1b7d:	vmovdqu YMMWORD PTR [rsp],ymm1
    1b82:	mov    DWORD PTR [rsp+0x1e8],r11d
    1b8a:	xchg   ax,ax
    1b8c:	vzeroupper
    1b8f:	call   0xffffffffffacdc60
    1b94:	nop    DWORD PTR [rax+rax*1+0xe001c8c]
    1b9c:	mov    esi,0xffffffcc
    1ba1:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1ba9:	mov    DWORD PTR [rsp+0x1e4],r9d
    1bb1:	mov    QWORD PTR [rsp+0x1f0],r10
    1bb9:	vmovdqu YMMWORD PTR [rsp],ymm1
    1bbe:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1bc4:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1bca:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1bd3:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1bd9:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1be2:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1beb:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1bf4:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1bfd:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1c06:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1c0f:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    1c18:	vmovdqu YMMWORD PTR [rsp+0x160],ymm12
    1c21:	mov    DWORD PTR [rsp+0x1ec],r11d
    1c29:	data16 xchg ax,ax
    1c2c:	vzeroupper
    1c2f:	call   0xffffffffffacdc60
    1c34:	nop    DWORD PTR [rax+rax*1+0xf001d2c]
    1c3c:	mov    esi,0xffffff45
    1c41:	mov    ebp,DWORD PTR [rsp+0x2c]
    1c45:	mov    QWORD PTR [rsp],rdx
    1c49:	mov    DWORD PTR [rsp+0x1ec],ecx
    1c50:	mov    DWORD PTR [rsp+0x1f4],edi
    1c57:	mov    DWORD PTR [rsp+0x10],r11d
    1c5c:	mov    DWORD PTR [rsp+0x14],r9d
    1c61:	mov    DWORD PTR [rsp+0x18],ebx
    1c65:	mov    DWORD PTR [rsp+0x1c],eax
    1c69:	mov    DWORD PTR [rsp+0x20],r8d
    1c6e:	mov    DWORD PTR [rsp+0x28],r10d
    1c73:	vmovdqu YMMWORD PTR [rsp+0x40],ymm1
    1c79:	vmovdqu YMMWORD PTR [rsp+0x60],ymm15
    1c7f:	vmovdqu YMMWORD PTR [rsp+0x80],ymm3
    1c88:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm9
    1c91:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm8
    1c9a:	vmovdqu YMMWORD PTR [rsp+0x100],ymm10
    1ca3:	vmovdqu YMMWORD PTR [rsp+0x120],ymm7
    1cac:	vmovdqu YMMWORD PTR [rsp+0x140],ymm11
    1cb5:	vmovdqu YMMWORD PTR [rsp+0x160],ymm5
    1cbe:	vmovdqu YMMWORD PTR [rsp+0x180],ymm6
    1cc7:	vmovdqu YMMWORD PTR [rsp+0x1a0],ymm12
    1cd0:	vzeroupper
    1cd3:	call   0xffffffffffacdc60
    1cd8:	nop    DWORD PTR [rax+rax*1+0x10001dd0]
    1ce0:	mov    esi,0xffffffe4
    1ce5:	mov    r8d,DWORD PTR [rsp+0x1f0]
    1ced:	mov    DWORD PTR [rsp+0x1e4],r8d
    1cf5:	mov    QWORD PTR [rsp+0x1e8],r11
    1cfd:	mov    DWORD PTR [rsp+0x1f0],r9d
    1d05:	vmovdqu YMMWORD PTR [rsp],ymm1
    1d0a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1d10:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1d16:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1d1f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1d25:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1d2e:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1d37:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1d40:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1d49:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1d52:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1d5b:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    1d64:	vmovdqu YMMWORD PTR [rsp+0x160],ymm12
    1d6d:	mov    DWORD PTR [rsp+0x1f4],r10d
    1d75:	data16 xchg ax,ax
    1d78:	vzeroupper
    1d7b:	call   0xffffffffffacdc60
    1d80:	nop    DWORD PTR [rax+rax*1+0x11001e78]
    1d88:	mov    esi,0xffffffe4
    1d8d:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1d94:	mov    DWORD PTR [rsp+0x1e0],ecx
    1d9b:	mov    QWORD PTR [rsp+0x1e8],r11
    1da3:	vmovdqu YMMWORD PTR [rsp],ymm1
    1da8:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1dae:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1db4:	vmovdqu ymm1,YMMWORD PTR [rsp+0xa0]
    1dbd:	vmovdqu YMMWORD PTR [rsp+0x60],ymm1
    1dc3:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1dcc:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1dd5:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1dde:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1de7:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1df0:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1df9:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    1e02:	mov    DWORD PTR [rsp+0x1f0],r8d
    1e0a:	mov    DWORD PTR [rsp+0x1f4],r10d
    1e12:	vmovdqu YMMWORD PTR [rsp+0x160],ymm0
    1e1b:	nop
    1e1c:	vzeroupper
    1e1f:	call   0xffffffffffacdc60
    1e24:	nop    DWORD PTR [rax+rax*1+0x12001f1c]
    1e2c:	lea    ebp,[r8+0x8]
    1e30:	mov    esi,0xffffffe4
    1e35:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1e3d:	mov    DWORD PTR [rsp+0x1e8],r9d
    1e45:	vmovdqu YMMWORD PTR [rsp],ymm1
    1e4a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1e50:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1e56:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1e5f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1e65:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1e6e:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1e77:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1e80:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1e89:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1e92:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1e9b:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    1ea4:	mov    DWORD PTR [rsp+0x1ec],r8d
    1eac:	mov    DWORD PTR [rsp+0x1f8],r10d
    1eb4:	vzeroupper
    1eb7:	call   0xffffffffffacdc60
    1ebc:	nop    DWORD PTR [rax+rax*1+0x13001fb4]
    1ec4:	mov    esi,0xffffffe4
    1ec9:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1ed0:	mov    DWORD PTR [rsp+0x1e8],ecx
    1ed7:	vmovdqu YMMWORD PTR [rsp],ymm1
    1edc:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1ee2:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1ee8:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    1ef1:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    1ef7:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1f00:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1f09:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1f12:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1f1b:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1f24:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    1f2d:	mov    DWORD PTR [rsp+0x1ec],r8d
    1f35:	mov    DWORD PTR [rsp+0x1f8],r10d
    1f3d:	data16 xchg ax,ax
    1f40:	vzeroupper
    1f43:	call   0xffffffffffacdc60
    1f48:	nop    DWORD PTR [rax+rax*1+0x14002040]
    1f50:	mov    esi,0xffffffe4
    1f55:	mov    r9d,DWORD PTR [rsp+0x1f0]
    1f5d:	mov    DWORD PTR [rsp+0x1e8],r9d
    1f65:	vmovdqu YMMWORD PTR [rsp],ymm1
    1f6a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1f70:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    1f76:	vmovdqu ymm1,YMMWORD PTR [rsp+0xa0]
    1f7f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm1
    1f85:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    1f8e:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    1f97:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    1fa0:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    1fa9:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    1fb2:	mov    DWORD PTR [rsp+0x1ec],r8d
    1fba:	mov    DWORD PTR [rsp+0x1f8],r10d
    1fc2:	vmovdqu YMMWORD PTR [rsp+0x120],ymm0
    1fcb:	nop
    1fcc:	vzeroupper
    1fcf:	call   0xffffffffffacdc60
    1fd4:	nop    DWORD PTR [rax+rax*1+0x150020cc]
    1fdc:	mov    esi,0xffffffe4
    1fe1:	mov    ecx,DWORD PTR [rsp+0x1f0]
    1fe8:	mov    DWORD PTR [rsp+0x1e8],ecx
    1fef:	vmovdqu YMMWORD PTR [rsp],ymm1
    1ff4:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    1ffa:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    2000:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    2009:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    200f:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    2018:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    2021:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    202a:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    2033:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    203c:	mov    DWORD PTR [rsp+0x1ec],r8d
    2044:	mov    DWORD PTR [rsp+0x1f8],r10d
    204c:	vzeroupper
    204f:	call   0xffffffffffacdc60
    2054:	nop    DWORD PTR [rax+rax*1+0x1600214c]
    205c:	mov    esi,0xffffffe4
    2061:	mov    r9d,DWORD PTR [rsp+0x1f0]
    2069:	mov    DWORD PTR [rsp+0x1e8],r9d
    2071:	vmovdqu YMMWORD PTR [rsp],ymm1
    2076:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    207c:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    2082:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    208b:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    2091:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    209a:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    20a3:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    20ac:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    20b5:	mov    DWORD PTR [rsp+0x1ec],r8d
    20bd:	mov    DWORD PTR [rsp+0x1f8],r10d
    20c5:	data16 xchg ax,ax
    20c8:	vzeroupper
    20cb:	call   0xffffffffffacdc60
    20d0:	nop    DWORD PTR [rax+rax*1+0x170021c8]
    20d8:	mov    esi,0xffffffe4
    20dd:	mov    ecx,DWORD PTR [rsp+0x1f0]
    20e4:	mov    DWORD PTR [rsp+0x1e8],ecx
    20eb:	vmovdqu YMMWORD PTR [rsp],ymm1
    20f0:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    20f6:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    20fc:	vmovdqu ymm1,YMMWORD PTR [rsp+0xa0]
    2105:	vmovdqu YMMWORD PTR [rsp+0x60],ymm1
    210b:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    2114:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    211d:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    2126:	mov    DWORD PTR [rsp+0x1ec],r8d
    212e:	mov    DWORD PTR [rsp+0x1f8],r10d
    2136:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm0
    213f:	nop
    2140:	vzeroupper
    2143:	call   0xffffffffffacdc60
    2148:	nop    DWORD PTR [rax+rax*1+0x18002240]
    2150:	mov    esi,0xffffffe4
    2155:	mov    r9d,DWORD PTR [rsp+0x1f0]
    215d:	mov    DWORD PTR [rsp+0x1e8],r9d
    2165:	vmovdqu YMMWORD PTR [rsp],ymm1
    216a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    2170:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    2176:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    217f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    2185:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    218e:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    2197:	mov    DWORD PTR [rsp+0x1ec],r8d
    219f:	mov    DWORD PTR [rsp+0x1f8],r10d
    21a7:	nop
    21a8:	vzeroupper
    21ab:	call   0xffffffffffacdc60
    21b0:	nop    DWORD PTR [rax+rax*1+0x190022a8]
    21b8:	mov    esi,0xffffffe4
    21bd:	mov    QWORD PTR [rsp-0x8],rax
    21c2:	mov    eax,DWORD PTR [rsp+0x1e8]
    21c9:	mov    DWORD PTR [rsp+0x1e0],eax
    21d0:	mov    rax,QWORD PTR [rsp-0x8]
    21d5:	mov    r9d,DWORD PTR [rsp+0x1f0]
    21dd:	mov    DWORD PTR [rsp+0x1e4],r9d
    21e5:	mov    QWORD PTR [rsp+0x1e8],r11
    21ed:	vmovdqu YMMWORD PTR [rsp],ymm1
    21f2:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    21f8:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    21fe:	vmovdqu ymm1,YMMWORD PTR [rsp+0xa0]
    2207:	vmovdqu YMMWORD PTR [rsp+0x60],ymm1
    220d:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    2216:	mov    DWORD PTR [rsp+0x1f0],edi
    221d:	mov    DWORD PTR [rsp+0x1f4],r10d
    2225:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm0
    222e:	xchg   ax,ax
    2230:	vzeroupper
    2233:	call   0xffffffffffacdc60
    2238:	nop    DWORD PTR [rax+rax*1+0x1a002330]
    2240:	add    r8d,0x8
    2244:	mov    esi,0xffffffe4
    2249:	mov    QWORD PTR [rsp-0x8],rax
    224e:	mov    eax,DWORD PTR [rsp+0x1e8]
    2255:	mov    DWORD PTR [rsp+0x1e0],eax
    225c:	mov    rax,QWORD PTR [rsp-0x8]
    2261:	mov    r9d,DWORD PTR [rsp+0x1f0]
    2269:	mov    DWORD PTR [rsp+0x1e4],r9d
    2271:	mov    QWORD PTR [rsp+0x1e8],r11
    2279:	vmovdqu YMMWORD PTR [rsp],ymm1
    227e:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    2284:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    228a:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    2293:	mov    DWORD PTR [rsp+0x1f0],r8d
    229b:	mov    DWORD PTR [rsp+0x1f4],r10d
    22a3:	nop
    22a4:	vzeroupper
    22a7:	call   0xffffffffffacdc60
    22ac:	nop    DWORD PTR [rax+rax*1+0x1b0023a4]
    22b4:	mov    esi,0xffffffe4
    22b9:	mov    QWORD PTR [rsp-0x8],rax
    22be:	mov    eax,DWORD PTR [rsp+0x1e8]
    22c5:	mov    DWORD PTR [rsp+0x1e0],eax
    22cc:	mov    rax,QWORD PTR [rsp-0x8]
    22d1:	mov    ecx,DWORD PTR [rsp+0x1f0]
    22d8:	mov    DWORD PTR [rsp+0x1e4],ecx
    22df:	mov    QWORD PTR [rsp+0x1e8],r11
    22e7:	vmovdqu YMMWORD PTR [rsp],ymm1
    22ec:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    22f2:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    22f8:	mov    DWORD PTR [rsp+0x1f0],r8d
    2300:	mov    DWORD PTR [rsp+0x1f4],r10d
    2308:	vzeroupper
    230b:	call   0xffffffffffacdc60
    2310:	nop    DWORD PTR [rax+rax*1+0x1c002408]
    2318:	mov    esi,0xffffffe4
    231d:	mov    QWORD PTR [rsp-0x8],rax
    2322:	mov    eax,DWORD PTR [rsp+0x1e8]
    2329:	mov    DWORD PTR [rsp+0x1e0],eax
    2330:	mov    rax,QWORD PTR [rsp-0x8]
    2335:	mov    r8d,DWORD PTR [rsp+0x1f0]
    233d:	mov    DWORD PTR [rsp+0x1e4],r8d
    2345:	mov    QWORD PTR [rsp+0x1e8],r11
    234d:	vmovdqu YMMWORD PTR [rsp],ymm1
    2352:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    2358:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    235e:	mov    DWORD PTR [rsp+0x1f0],ebx
    2365:	mov    DWORD PTR [rsp+0x1f4],r10d
    236d:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    2373:	nop
    2374:	vzeroupper
    2377:	call   0xffffffffffacdc60
    237c:	nop    DWORD PTR [rax+rax*1+0x1d002474]
    2384:	add    ebx,0x8
    2387:	mov    esi,0xffffffe4
    238c:	mov    QWORD PTR [rsp-0x8],rax
    2391:	mov    eax,DWORD PTR [rsp+0x1e8]
    2398:	mov    DWORD PTR [rsp+0x1e0],eax
    239f:	mov    rax,QWORD PTR [rsp-0x8]
    23a4:	mov    r9d,DWORD PTR [rsp+0x1f0]
    23ac:	mov    DWORD PTR [rsp+0x1e4],r9d
    23b4:	mov    QWORD PTR [rsp+0x1e8],r11
    23bc:	vmovdqu YMMWORD PTR [rsp],ymm1
    23c1:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    23c7:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    23cd:	mov    DWORD PTR [rsp+0x1f0],ebx
    23d4:	mov    DWORD PTR [rsp+0x1f4],r10d
    23dc:	vzeroupper
    23df:	call   0xffffffffffacdc60
    23e4:	nop    DWORD PTR [rax+rax*1+0x1e0024dc]
    23ec:	mov    esi,0xffffffe4
    23f1:	mov    QWORD PTR [rsp-0x8],rax
    23f6:	mov    eax,DWORD PTR [rsp+0x1e8]
    23fd:	mov    DWORD PTR [rsp+0x1e0],eax
    2404:	mov    rax,QWORD PTR [rsp-0x8]
    2409:	mov    r8d,DWORD PTR [rsp+0x1f0]
    2411:	mov    DWORD PTR [rsp+0x1e4],r8d
    2419:	mov    QWORD PTR [rsp+0x1e8],r11
    2421:	vmovdqu YMMWORD PTR [rsp],ymm1
    2426:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    242c:	mov    DWORD PTR [rsp+0x1f0],ebx
    2433:	mov    DWORD PTR [rsp+0x1f4],r10d
    243b:	nop
    243c:	vzeroupper
    243f:	call   0xffffffffffacdc60
    2444:	nop    DWORD PTR [rax+rax*1+0x1f00253c]
    244c:	mov    esi,0xffffffe4
    2451:	mov    QWORD PTR [rsp-0x8],rax
    2456:	mov    eax,DWORD PTR [rsp+0x1e8]
    245d:	mov    DWORD PTR [rsp+0x1e0],eax
    2464:	mov    rax,QWORD PTR [rsp-0x8]
    2469:	mov    r9d,DWORD PTR [rsp+0x1f0]
    2471:	mov    DWORD PTR [rsp+0x1e4],r9d
    2479:	mov    QWORD PTR [rsp+0x1e8],r11
    2481:	vmovdqu YMMWORD PTR [rsp],ymm1
    2486:	mov    DWORD PTR [rsp+0x1f0],ecx
    248d:	mov    DWORD PTR [rsp+0x1f4],r10d
    2495:	vmovdqu YMMWORD PTR [rsp+0x20],ymm0
    249b:	nop
    249c:	vzeroupper
    249f:	call   0xffffffffffacdc60
    24a4:	nop    DWORD PTR [rax+rax*1+0x2000259c]
    24ac:	add    ecx,0x8
    24af:	mov    esi,0xffffffe4
    24b4:	mov    QWORD PTR [rsp-0x8],rax
    24b9:	mov    eax,DWORD PTR [rsp+0x1e8]
    24c0:	mov    DWORD PTR [rsp+0x1e0],eax
    24c7:	mov    rax,QWORD PTR [rsp-0x8]
    24cc:	mov    r8d,DWORD PTR [rsp+0x1f0]
    24d4:	mov    DWORD PTR [rsp+0x1e4],r8d
    24dc:	mov    QWORD PTR [rsp+0x1e8],r11
    24e4:	vmovdqu YMMWORD PTR [rsp],ymm1
    24e9:	mov    DWORD PTR [rsp+0x1f0],ecx
    24f0:	mov    DWORD PTR [rsp+0x1f4],r10d
    24f8:	vzeroupper
    24fb:	call   0xffffffffffacdc60
    2500:	nop    DWORD PTR [rax+rax*1+0x210025f8]
    2508:	mov    esi,0xffffffcc
    250d:	mov    r8d,DWORD PTR [rsp+0x1f0]
    2515:	mov    DWORD PTR [rsp+0x1e4],r8d
    251d:	mov    QWORD PTR [rsp+0x1f0],r11
    2525:	vmovdqu YMMWORD PTR [rsp],ymm1
    252a:	vmovdqu YMMWORD PTR [rsp+0x20],ymm15
    2530:	vmovdqu YMMWORD PTR [rsp+0x40],ymm3
    2536:	vmovdqu ymm0,YMMWORD PTR [rsp+0xa0]
    253f:	vmovdqu YMMWORD PTR [rsp+0x60],ymm0
    2545:	vmovdqu YMMWORD PTR [rsp+0x80],ymm9
    254e:	vmovdqu YMMWORD PTR [rsp+0xa0],ymm8
    2557:	vmovdqu YMMWORD PTR [rsp+0xc0],ymm10
    2560:	vmovdqu YMMWORD PTR [rsp+0xe0],ymm7
    2569:	vmovdqu YMMWORD PTR [rsp+0x100],ymm11
    2572:	vmovdqu YMMWORD PTR [rsp+0x120],ymm5
    257b:	vmovdqu YMMWORD PTR [rsp+0x140],ymm6
    2584:	vmovdqu YMMWORD PTR [rsp+0x160],ymm12
    258d:	mov    DWORD PTR [rsp+0x1ec],r10d
    2595:	data16 xchg ax,ax
    2598:	vzeroupper
    259b:	call   0xffffffffffacdc60
    25a0:	nop    DWORD PTR [rax+rax*1+0x22002698]
    25a8:	mov    ecx,DWORD PTR [rsp+0x1f4]
    25af:	mov    r8d,DWORD PTR [rsp+0x24]
    25b4:	mov    r11d,DWORD PTR [rsp+0x14]
    25b9:	mov    r9d,DWORD PTR [rsp+0x18]
    25be:	mov    ebx,DWORD PTR [rsp+0x1c]
    25c2:	jmp    0xcbf
    25c7:	mov    esi,0xfffffff6
    25cc:	vzeroupper
    25cf:	call   0xffffffffffacdc60
    25d4:	nop    DWORD PTR [rax+rax*1+0x230026cc]
    25dc:	mov    esi,0xfffffff6
    25e1:	data16 xchg ax,ax
    25e4:	vzeroupper
    25e7:	call   0xffffffffffacdc60
    25ec:	nop    DWORD PTR [rax+rax*1+0x240026e4]
    25f4:	movabs r10,0x7f0efbef6d68
    25fe:	mov    QWORD PTR [r15+0x538],r10
    2605:	jmp    0xffffffffffa92760
    260a:	call   0xffffffffffa77e60
    260f:	jmp    0x1e
    2614:	hlt
    2615:	hlt
    2616:	hlt
    2617:	hlt
    2618:	jmp    0xffffffffffacdf60
    261d:	call   0x2622
    2622:	sub    QWORD PTR [rsp],0x5
    2627:	jmp    0xffffffffffa92a60
    262c:	hlt
    262d:	hlt
    262e:	hlt
    262f:	hlt

