thanks = Thank you
agree = Agree
impressed = Well done
help = I’ll help
helped-me = This helped me
