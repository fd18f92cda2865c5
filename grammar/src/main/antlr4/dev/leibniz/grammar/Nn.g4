grammar Nn;
file : EOF ;
