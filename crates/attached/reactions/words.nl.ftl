thanks = Dank je
agree = Mee eens
impressed = Knap
help = Ik help
helped-me = Dit hielp mij
