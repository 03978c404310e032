"""Names on pieces, judged by hand against the one name on the form: the same, to be looked at, or somebody else.

Under each `=` (person) or `#` (firm) line stands what a sender wrote: `+` is exact, `?` is likely, `-` is no.
Several on one line are parted by ` ¦ `.
"""

from __future__ import annotations

TABLE = """
= John Robert Smith
+ John Robert Smith ¦ JOHN ROBERT SMITH ¦ john robert smith ¦ John R. Smith ¦ John R Smith ¦ John Smith
+ John Robert-Smith
+ SMITH, JOHN ROBERT ¦ Smith, John R. ¦ SMITH,JOHN ¦ Mr. John Robert Smith ¦ Mr John Smith ¦ Dr. John R. Smith
+ Prof. Dr. John Smith ¦ John Smith, MD ¦ John Smith M.D. ¦ John R. Smith, Ph.D. ¦ John Smith PhD ¦ John Smith, Esq.
+ John Smith or Current Resident ¦ John Smith PMB 214 ¦ JOHN SMITH #214 ¦ ATTN: John Smith ¦ Attention John Smith
+ John Smith c/o Acme LLC ¦ John Smith DBA Smith Pottery ¦ John Smith t/a Smith Pottery ¦ Capt. John Smith
+ John   Smith ¦ john.smith ¦ Hon. John Smith ¦ Rev John R Smith ¦ Sgt John Smith ¦ Mr. John Smith, CPA
+ John Robert "Smith" ¦ Sir John Smith ¦ Dipl.-Ing. John Smith ¦ John Smith D.D.S.
? J. R. Smith ¦ J R Smith ¦ JR Smith ¦ J. Smith ¦ J Smith ¦ John P. Smith ¦ John Peter Smith ¦ Jhon Smith
? Jon Smith
? Johnn Smith ¦ John Smyth ¦ John Smiht ¦ John Robert Smiht ¦ J0hn Smith ¦ John 5mith ¦ John Srnith ¦ Jonn Smith
? John Srnith ¦ J0HN R0BERT SMITH ¦ John Smitb ¦ ohn Smith ¦ John Smit ¦ hn Robert Smith ¦ Mr Smith ¦ Smith
? Robert Smith ¦ Smith John ¦ Smith John Robert ¦ John Smith Jr ¦ John Smith III ¦ John & Mary Smith
? Estate of John Smith
? Acme LLC c/o John Smith ¦ Acme LLC, Attn John Smith ¦ John Smith / Mary Jones ¦ John Smith LLC ¦ John Robert
? J\u043ehn Smith ¦ John Sm\u0456th ¦ JOHN \u0405MITH ¦ JohnSmith ¦ Smith Pottery DBA John Smith
- Mary Smith ¦ James Smith ¦ Joan Smith ¦ Jane Smith ¦ Jean Smith ¦ M. Smith ¦ Bob Smith ¦ Don Smith ¦ Ron Smith
- Josh Smith ¦ John Jones ¦ John Brown ¦ John Robert ¦ Robert John ¦ Mrs Jane Smith ¦ Peter Smith ¦ Smith, Mary
- Occupant ¦ Current Resident ¦ John ¦ Mr John ¦ 214 ¦ Acme LLC ¦ Jonas Smith ¦ Joel Smith ¦ Smith & Sons Ltd
= John Smith Jr
+ John Smith Jr. ¦ JOHN SMITH JR ¦ John Smith, Jr. ¦ SMITH, JOHN, JR ¦ Smith Jr., John ¦ Smith, Jr., John
+ John Smith II
+ John Smith Junior ¦ Mr. John Smith Jr ¦ Dr John Smith, Jr., MD ¦ John Smith 2nd ¦ John Q. Smith Jr ¦ John Jr Smith
? John Smith Sr ¦ John Smith Senior ¦ John Smith III ¦ John Smith IV ¦ SMITH, JOHN SR ¦ Smith Sr., John
? John Sr Smith
? John Smith 3rd ¦ John Smith, Sr., MD ¦ J Smith Jr ¦ J. Smith Sr. ¦ Mr John Smith Sr ¦ John Srnith Jr
? J0hn Smith Jr
? John Smith pere
- Mary Smith Jr ¦ James Smith Jr ¦ John Jones Jr ¦ Jr ¦ Robert Smith Sr
= William Henry Gates III
+ William Henry Gates III ¦ William H. Gates III ¦ William Gates 3rd ¦ Gates III, William ¦ GATES, WILLIAM H., III
+ William Gates the Third ¦ Mr William Gates III
? William Gates II ¦ William Gates Jr ¦ William H Gates Sr ¦ William Gates IV ¦ W. Gates III ¦ Wiliam Gates III
? Wi11iam Gates III ¦ W H Gates ¦ William Henry Gates 111
- Melinda Gates ¦ Wilma Gates ¦ Walter Gates ¦ Henry Ford III
= Jörg Müller
+ Jörg Müller ¦ JÖRG MÜLLER ¦ Joerg Mueller ¦ Jorg Muller ¦ Jörg Mueller ¦ Herr Jörg Müller ¦ Herrn Jörg Müller
+ MÜLLER, JÖRG ¦ Mueller, Joerg ¦ Dr. Jörg Müller ¦ Jo\u0308rg Mu\u0308ller ¦ Dipl.-Ing. Jörg Müller
? J. Müller ¦ Müller Jörg ¦ Jorg Mülller ¦ Jörg Möller ¦ Jürg Müller ¦ Jörg Miller ¦ Jörg Mu11er ¦ Herr Müller
? Jorg Mu1ler ¦ Jörg Müler ¦ J0rg Muller
- Anna Müller ¦ Peter Müller ¦ Frau Anna Müller ¦ Jörg Maier ¦ Jürgen Müller ¦ K. Müller ¦ Georg Müller
= Łukasz Żółć
+ Lukasz Zolc ¦ LUKASZ ZOLC ¦ Łukasz Żółć ¦ Pan Łukasz Żółć ¦ Zolc, Lukasz ¦ Łukasz Zolc ¦ L\u0301ukasz Zolc
? L. Zolc ¦ Zolc Lukasz ¦ Lukas Zolc ¦ Łukazs Żółć ¦ 1ukasz Zolc ¦ Lukasz Zo1c
- Anna Zolc ¦ Lukasz Nowak ¦ Marek Zolc ¦ Piotr Żółć
= Søren Ångström
+ Soren Angstrom ¦ Soeren Aangstroem ¦ SØREN ÅNGSTRÖM ¦ Søren Angstrom ¦ Ångström, Søren
? S Angstrom ¦ Søren Ångstrøm Jr ¦ Soren Angstorm ¦ Soren Angstrorn ¦ 5oren Angstrom ¦ Soren Aangstrom
- Lars Angstrom ¦ Sofia Ångström ¦ Søren Berg
= Weiß Strauß
+ Weiss Strauss ¦ WEISS STRAUSS ¦ Weiß Strauss ¦ WEIẞ STRAUẞ ¦ Strauß, Weiß
? Weis Strauss ¦ Weiss Straus ¦ W Strauß ¦ Wei5s Strauss
- Anna Strauß ¦ Levi Strauss
= José Núñez García
+ Jose Nunez Garcia ¦ JOSÉ NÚÑEZ GARCÍA ¦ Sr. José Núñez García ¦ Núñez García, José ¦ Don José Núñez García
+ Señor Jose Nunez Garcia ¦ JOSE N. GARCIA
? J. Núñez García ¦ José Núñez ¦ Jose Nunez Gracia ¦ Jose Nufiez Garcia ¦ J0se Nunez Garcia ¦ Jose Nunes Garcia
- Maria Núñez García ¦ Luis Nunez Garcia ¦ José Pérez ¦ Sra. Ana García
= Iván Petrov
+ Ivan Petrov ¦ IVAN PETROV ¦ Mr Ivan Petrov ¦ Petrov, Ivan ¦ Iv\u00e1n Petrov
? \u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432 ¦ I. Petrov ¦ Ivan Petr0v ¦ Ivan P\u0435trov
? Petrov Ivan ¦ lvan Petrov ¦ 1van Petrov
? \u0418\u0412\u0410\u041d \u041f\u0415\u0422\u0420\u041e\u0412 ¦ Ivan Petorv ¦ Ivan Petrow
- \u0410\u043d\u043d\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430 ¦ Anna Petrov ¦ Ivana Petrov ¦ Boris Petrov
- \u0411\u043e\u0440\u0438\u0441 \u041f\u0435\u0442\u0440\u043e\u0432
= \u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432
+ \u0418\u0412\u0410\u041d \u041f\u0415\u0422\u0420\u041e\u0412
+ \u043f\u0435\u0442\u0440\u043e\u0432, \u0438\u0432\u0430\u043d
+ \u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432
? Ivan Petrov ¦ IVAN PETROV ¦ Petrov, Ivan ¦ \u041f\u0435\u0442\u0440\u043e\u0432 \u0418\u0432\u0430\u043d
? \u0418. \u041f\u0435\u0442\u0440\u043e\u0432
- Boris Petrov ¦ Anna Petrova ¦ \u0411\u043e\u0440\u0438\u0441 \u041f\u0435\u0442\u0440\u043e\u0432
= Γιώργος Παπαδόπουλος
+ ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ ¦ Γιώργος Παπαδόπουλος ¦ Παπαδόπουλος, Γιώργος
? Giorgos Papadopoulos ¦ GIORGOS PAPADOPOULOS ¦ Γ. Παπαδόπουλος
- Maria Papadopoulou ¦ Νίκος Παπαδόπουλος ¦ Nikos Papadopoulos
= 陈小龙
+ 陈小龙 ¦ 陈 小龙 ¦ 陈小龙 #12
- 陈大龙 ¦ 李小龙 ¦ John Chen
= Xiaolong Chen
+ Xiaolong Chen ¦ CHEN, XIAOLONG ¦ Mr. Xiaolong Chen ¦ xiaolong chen
? Chen Xiaolong ¦ Xiao Long Chen ¦ Xiao-Long Chen ¦ Chen Xiao Long ¦ X. Chen ¦ Xia0long Chen ¦ Xiaolong Chan
- Wei Chen ¦ Mei Chen ¦ Xiaolong Wang ¦ Chen Wei ¦ Xiaoli Wang
= Nguyễn Đức Anh
+ Nguyen Duc Anh ¦ NGUYEN DUC ANH ¦ Nguyễn Đức Anh ¦ Nguyen D. Anh
? Anh Nguyen ¦ Duc Anh Nguyen ¦ Anh Duc Nguyen ¦ N. D. Anh
- Tran Duc Minh ¦ Nguyen Van Minh ¦ Linh Nguyen ¦ Nguyen Duc Ahn
= Maria Garcia-Lopez
+ Maria Garcia-Lopez ¦ Maria Garcia Lopez ¦ María García-López ¦ GARCIA-LOPEZ, MARIA ¦ Ms. Maria Garcia-Lopez
+ Maria Garcia - Lopez
? Maria Garcia ¦ Maria Lopez ¦ M. Garcia-Lopez ¦ Maria Lopez-Garcia ¦ Maria Garica-Lopez ¦ Maria Garc1a-Lopez
? Sra. Garcia-Lopez ¦ Mrs M Garcia-Lopez DBA Maria Garcia-Lopez
? Maria GarciaLopez
- Mario Garcia-Lopez ¦ Ana Garcia-Lopez ¦ Marta Garcia-Lopez ¦ Maria Hernandez ¦ Luis Garcia-Lopez
= Jean-Pierre Dupont
+ Jean-Pierre Dupont ¦ Jean Pierre Dupont ¦ M. Jean-Pierre Dupont ¦ DUPONT, JEAN-PIERRE
+ Monsieur Jean-Pierre DUPONT ¦ Dr Jean-Pierre Dupont
+ A l'attention de Jean-Pierre Dupont
? J.-P. Dupont ¦ JP Dupont ¦ J P Dupont ¦ Jean Dupont ¦ Jean-Piere Dupont ¦ Dupont Jean-Pierre ¦ Jeanpierre Dupont
? Pierre Dupont
- Marie Dupont ¦ Mme Dupont-Martin ¦ Paul Dupont ¦ Jacques Dupont ¦ Jean-Pierre Durand ¦ Mme Marie Dupont
- Jeanne Dupont ¦ M. Dupont ¦ Jean-Paul Dupont
= Mary Ann Lee
+ Mary Ann Lee ¦ Mary A. Lee ¦ MARY LEE ¦ Mrs. Mary Ann Lee ¦ Mme Mary Lee ¦ LEE, MARY ANN ¦ Miss Mary Ann Lee
+ Ms Mary A Lee
? M. A. Lee ¦ M A Lee ¦ Maryann Lee ¦ Mary B. Lee ¦ Mary Beth Lee ¦ Ann Lee ¦ Lee Mary Ann ¦ Mray Ann Lee ¦ M Lee
? Mary Ann 1ee
- Bob Lee ¦ John Lee ¦ Rob Lee ¦ Mark Lee ¦ Gary Lee ¦ Cary Lee ¦ Mary Kim ¦ Marc Lee
= Seán O'Brien
+ Sean O'Brien ¦ SEAN OBRIEN ¦ Sean O Brien ¦ Sean O\u2019Brien ¦ O'BRIEN, SEAN ¦ Mr Sean O'Brien ¦ Sean O`Brien
? S. O'Brien ¦ Sean O'Brein ¦ 5ean O'Brien ¦ Sean O'8rien ¦ Shean OBrien ¦ Sean 0'Brien ¦ Mr O'Brien ¦ Sean O'Bryen
? Seán Ó Briain DBA Sean OBrien
- Dean O'Brien ¦ Jean O'Brien ¦ Mary O'Brien ¦ Sean O'Connor ¦ Kate OBrien
= Jan van den Berg
+ Jan van den Berg ¦ JAN VAN DEN BERG ¦ Van den Berg, Jan ¦ Jan Berg ¦ Dhr. Jan van den Berg
+ Jan v. d. Berg DBA Jan van den Berg ¦ Jan Vandenberg ¦ Jan VandenBerg
? J. van den Berg ¦ Jan van den Burg ¦ Jan van den 8erg ¦ van den Berg Jan
- Piet van den Berg ¦ Jan de Vries ¦ Anna van den Berg ¦ Jon Bakker
= Juan de la Cruz
+ Juan de la Cruz ¦ JUAN DE LA CRUZ ¦ De la Cruz, Juan ¦ Juan Cruz ¦ Sr. Juan de la Cruz ¦ Juan Dela Cruz
+ Juan DelaCruz
? J. de la Cruz ¦ Juan de 1a Cruz ¦ Juan de la Crus ¦ Jaun de la Cruz ¦ Juan de la Cnuz
- Juana de la Cruz ¦ Pedro de la Cruz ¦ Maria Cruz ¦ Juan de la Torre
= Ian MacDonald
+ Ian MacDonald ¦ Ian Mac Donald ¦ IAN MACDONALD ¦ MacDonald, Ian
? Ian McDonald ¦ Ian Macdonlad ¦ l. MacDonald ¦ I MacDonald ¦ Ian Macd0nald ¦ lan MacDonald ¦ Ian Mcdonald Jr
? 1an MacDonald
- Joan MacDonald ¦ Rory MacDonald ¦ Ann MacDonald ¦ Ian Donaldson
= Christopher Anderson
+ Christopher Anderson ¦ Christopher P. Anderson ¦ ANDERSON, CHRISTOPHER ¦ Mr Christopher Anderson
+ Fr. Christopher Anderson
? C. Anderson ¦ Chris Anderson ¦ Cristopher Anderson ¦ Christofer Anderssen ¦ Christopher Andersen
? ristopher Anderson
? hristopher Anderson ¦ Christopher Anders ¦ Christopher Anderso ¦ Chnistopher Anderson ¦ Christ0pher Anderson
? Christopher Andenson ¦ Christopher Arderson ¦ Christophen Anderson ¦ Christopber Anderson ¦ CHRIST0PHER ANDERS0N
- Christina Anderson ¦ Christine Anderson ¦ Karl Anderson ¦ Christopher Sanders ¦ Andrew Anderson ¦ D. Anderson
= Robert Burnett
+ Robert Burnett ¦ ROBERT BURNETT ¦ Robert L Burnett ¦ Burnett, Robert ¦ Mr. Robert Burnett
? Robert Bumett ¦ Robert 8urnett ¦ R0bert Burnett ¦ Robert Burnet ¦ R Burnett ¦ Rob Burnett ¦ Robent Burnett
? obert Burnett ¦ Robert Burnet
? 8obert Burnett
- Roberta Burnett ¦ Robin Burnett ¦ Carol Burnett ¦ Albert Burnett ¦ Norbert Burnett ¦ Robert Burns ¦ Rupert Burnett
= Daniel Bell
+ Daniel Bell ¦ BELL, DANIEL ¦ Daniel B. Bell ¦ Mr Daniel Bell ¦ Daniel Bell M.B.A.
? Danie1 Bell ¦ Daniel Be11 ¦ D Bell ¦ Danlel Bell ¦ Dan Bell ¦ Dainel Bell ¦ Daniel 8ell ¦ Daniel Belll
? DANIEL 8ELL
- Daniela Bell ¦ Danielle Bell ¦ Nathaniel Bell ¦ Denise Bell ¦ Daniel Ball Smith ¦ Samuel Bell ¦ Dennis Bell
= Mario Rossi
+ Mario Rossi ¦ Sig. Mario Rossi ¦ ROSSI, MARIO ¦ Mario G. Rossi ¦ Dott. Mario Rossi
? M. Rossi ¦ Rossi Mario ¦ Mari0 Rossi ¦ Mario Ro5si ¦ Mairo Rossi ¦ Mario R0ssi ¦ Marlo Rossi
- Maria Rossi ¦ Marie Rossi ¦ Marco Rossi ¦ Paolo Rossi ¦ Marta Rossi
= Eric Johansson
+ Eric Johansson ¦ JOHANSSON, ERIC ¦ Herr Eric Johansson
? Erik Johansson ¦ E. Johansson ¦ Eric Johanson ¦ Eric Johannson ¦ Enic Johansson ¦ Eric J0hansson
- Erica Johansson ¦ Erin Johansson ¦ Emil Johansson ¦ Scarlett Johansson ¦ Erika Johansson
= Sara Cohen
+ Sara Cohen ¦ Ms Sara Cohen ¦ COHEN, SARA ¦ Sara L. Cohen
? Sarah Cohen ¦ S. Cohen ¦ Sara Cohn ¦ Sara C0hen ¦ 5ara Cohen ¦ Sara Kohen
- Lara Cohen ¦ Tara Cohen ¦ Zara Cohen ¦ David Cohen ¦ Mara Cohen ¦ Sam Cohen
= Brian O'Neill
+ Brian O'Neill ¦ BRIAN ONEILL ¦ Brian O Neill
? Bryan O'Neill ¦ B. O'Neill ¦ Brian O'Neil ¦ 8rian O'Neill ¦ Brian O'Nei11 ¦ Brain O'Neill
- Ryan O'Neill ¦ Briana O'Neill ¦ Owen O'Neill ¦ Brian Neville
= Ann Lee
+ Ann Lee ¦ ANN LEE ¦ Ann Lee DBA Lee Pottery ¦ Ann Lee d/b/a Lee Pottery ¦ Ann Lee t/a Lee Pottery
+ Ann Lee c/o Jones ¦ Ms. Ann Lee
+ LEE, ANN ¦ Ann M. Lee ¦ Ann Lee f/k/a Ann Park ¦ Ann Lee (née Park) ¦ Ann Lee, R.N.
? A Lee ¦ Lee Pottery DBA Ann Lee ¦ Lee Ann ¦ Lee Pottery c/o Ann Lee ¦ Ann Park n/k/a Ann Lee ¦ Ann 1ee
- Lee Pottery ¦ Bob Lee ¦ Anna Park ¦ Jan Lee ¦ Dan Lee ¦ Ian Lee ¦ Amy Lee ¦ Ada Lee ¦ Ann ¦ Lee Pottery LLC
= Don Johnson
+ Don Johnson ¦ Mr Don Johnson ¦ JOHNSON, DON ¦ Don W. Johnson
? D Johnson ¦ Don Johnsen ¦ D0n Johnson ¦ Don Johns0n ¦ Mr Johnson ¦ Johnson
- Ron Johnson ¦ Mary Johnson ¦ Donna Johnson ¦ Jon Johnson ¦ Dan Johnson ¦ Hon Wilson
= Thomas Nathaniel Baker-Hughes
+ Thomas Nathaniel Baker-Hughes ¦ Thomas N. Baker-Hughes ¦ Thomas Baker Hughes ¦ BAKER-HUGHES, THOMAS N
+ Mr Thomas Baker-Hughes
? Thomas Baker ¦ Thomas Hughes ¦ T. N. Baker-Hughes ¦ Thomas Baker-Huges ¦ Thornas Baker-Hughes
? Thomas 8aker-Hughes ¦ Tomas Baker-Hughes
- Nathan Hughes ¦ Sarah Baker-Hughes ¦ Theodore Baker-Hughes ¦ Thomas Hooker
= Amara Okafor
+ Amara Okafor ¦ OKAFOR, AMARA ¦ Mrs Amara Okafor ¦ Amara N. Okafor ¦ amara okafor
? A. Okafor ¦ Amara Okafro ¦ Arnara Okafor ¦ Amara 0kafor ¦ Okafor Amara ¦ Amara Okaf0r ¦ ara Okafor ¦ Amara Okaf
- Amir Okafor ¦ Chidi Okafor ¦ Amara Obi ¦ Tamara Okafor ¦ B. Okafor ¦ Grace Okafor ¦ Ngozi Okafor ¦ Okafor & Sons Ltd
- Amara Chukwu ¦ Okonkwo Amara ¦ John Okonkwo ¦ Okafor Imports LLC ¦ Mr Obi ¦ Resident ¦ Amara ¦ Okay For Amara
= Priya Patel
+ Priya Patel ¦ PATEL, PRIYA ¦ Dr. Priya Patel ¦ Priya K Patel
? P. Patel ¦ Pryia Patel ¦ Priya Pate1 ¦ Priya Patell ¦ Patel Priya ¦ Pr1ya Patel
- Riya Shah ¦ Raj Patel ¦ Anil Patel ¦ Priya Shah ¦ R Patel ¦ Neha Patel ¦ Patel Motel LLC ¦ Pooja Patel ¦ Prakash Patel
- Patricia Patel ¦ Paul Patel ¦ Priyanka Rao
= Tom Cope
+ Tom Cope ¦ Mr Tom Cope ¦ COPE, TOM
? \u0422\u041e\u041c Cope ¦ Tom \u0421\u043e\u0440\u0435 ¦ T. Cope ¦ Tom C0pe ¦ T\u043em Cope ¦ Thom Cope
- Tim Cope ¦ Ted Cope ¦ Tom Hope Jones
= Madonna
+ Madonna ¦ MADONNA ¦ Ms Madonna
? Madona ¦ Mad0nna ¦ Madomna
- Donna ¦ Cher ¦ Madeline ¦ Prince
= Zoë Brontë
+ Zoe Bronte ¦ ZOË BRONTË ¦ Brontë, Zoë ¦ Miss Zoe Brontë ¦ Zoe\u0308 Bronte\u0308
? Z Bronte ¦ Zoe Brontee ¦ Zoey Bronte ¦ Z0e Bronte ¦ Zoe Br0nte
- Emily Brontë ¦ Anne Brontë ¦ Joe Bronte ¦ Charlotte Bronte
= Muhammad Al-Rashid
+ Muhammad Al-Rashid ¦ Muhammad al Rashid ¦ MUHAMMAD AL-RASHID ¦ Al-Rashid, Muhammad ¦ Dr. Muhammad Al-Rashid
? Mohammad Al-Rashid ¦ Mohammed Al-Rashid ¦ M. Al-Rashid ¦ Muhammad Alrashid ¦ Muhamad Al-Rashid
? Muhammad A1-Rashid ¦ Muhammad Rashid
- Ahmad Al-Rashid ¦ Omar Al-Rashid ¦ Fatima Al-Rashid ¦ Muhammad Hassan
= Dr. Elizabeth Warner MD
+ Elizabeth Warner ¦ Dr Elizabeth Warner ¦ Elizabeth Warner, M.D. ¦ WARNER, ELIZABETH ¦ Ms. Elizabeth A. Warner
+ Elizabeth Warner MD
? Elisabeth Warner ¦ E. Warner ¦ Elizabeth Wamer ¦ E1izabeth Warner ¦ Elizabeth Waner ¦ Dr. Warner ¦ Elizabet Warner
? lizabeth Warner
- Eliza Cook ¦ Edward Warner ¦ Beth Cooper ¦ Elizabeth Wagoner Smith ¦ Dr. Peter Warner
# Acme Widgets LLC
+ Acme Widgets LLC ¦ ACME WIDGETS L.L.C. ¦ Acme Widgets, LLC ¦ Acme Widgets ¦ The Acme Widgets LLC
+ Acme Widgets Inc. ¦ acme widgets llc
+ Acme Widgets LLC ATTN John Smith ¦ Acme Widgets LLC Attn: Payroll ¦ Acme Widgets LLC PMB 7 ¦ Acme Widgets L L C
+ ACME WIDGETS CO.
+ Acme Widgets LLC c/o John Smith ¦ Acme Widgets Limited ¦ Acme Widgets Limited Liability Company
? Acme Widget LLC ¦ Acme Widgets Holdings LLC ¦ Acme Wldgets LLC ¦ Acrne Widgets LLC ¦ Acme Wid9ets LLC
? Acme W1dgets LLC ¦ AcmeWidgets LLC
? Acme ¦ Acme Widgets 11C ¦ Acme Widgets LL0 ¦ Widgets Acme LLC ¦ John Smith c/o Acme Widgets LLC
? John Smith, Acme Widgets LLC ¦ cme Widgets LLC
? John Smith DBA Acme Widgets ¦ Acme Widgests LLC ¦ Acme Widgets L1C ¦ Acm\u0435 Widgets LLC
- Acme Holdings LLC ¦ Apex Widgets Ltd ¦ LLC ¦ John Smith ¦ Widgets LLC ¦ Ajax Gadgets LLC ¦ Acme Plumbing Inc
- Best Widgets LLC
= Smith & Sons Ltd.
+ Smith & Sons Ltd ¦ SMITH AND SONS LTD. ¦ Smith and Sons Limited ¦ Smith & Sons ¦ Smith + Sons Ltd
? Smith & Son Ltd ¦ Srnith & Sons Ltd ¦ Smith & S0ns Ltd ¦ Smith Sons Ltd ¦ Smyth & Sons Ltd
- Smith ¦ John Smith ¦ Jones & Sons Ltd ¦ Smith & Daughters Ltd ¦ Brown & Sons Ltd
= Müller Bäckerei GmbH
+ Müller Bäckerei GmbH ¦ Mueller Baeckerei GmbH ¦ MULLER BACKEREI GMBH ¦ Müller Bäckerei ¦ Fa. Müller Bäckerei GmbH
+ Firma Müller Bäckerei GmbH
? Miller Bäckerei GmbH ¦ Müller Backerie GmbH ¦ Bäckerei Müller GmbH ¦ Mu11er Backerei GmbH ¦ Müller Bäckerei GrnbH
- Müller Metzgerei GmbH ¦ Schmidt Bäckerei GmbH ¦ Anna Müller ¦ Bäckerei
= Durand & Fils SARL
+ Durand et Fils SARL ¦ Durand & Fils ¦ DURAND ET FILS S.A.R.L. ¦ Sté Durand & Fils SARL ¦ Durand & Fils SAS
? Durant & Fils SARL ¦ Durand Fils SARL ¦ Durand & Fi1s SARL ¦ Dunand & Fils SARL
- Jean Durand ¦ Dupont & Fils SARL ¦ Durand & Filles SARL ¦ Martin SARL
= Tacos Ruiz S.A. de C.V.
+ Tacos Ruiz SA de CV ¦ Tacos Ruiz ¦ TACOS RUIZ, S.A. DE C.V. ¦ Tacos Ruiz S.A.
? Taco Ruiz SA de CV ¦ Tacos Ruis SA de CV ¦ Tac0s Ruiz ¦ Tacos Ru1z SA de CV
- Ana Ruiz ¦ Tacos Diaz SA de CV ¦ Burritos Ruiz SA de CV
# Studio 1001
+ Studio 1001 ¦ STUDIO 1001 LLC ¦ Studio 1001, Inc
? Studlo 1001 ¦ 5tudio 1001 ¦ Studio 1OO1 ¦ Stuido 1001
- Studio 1002 ¦ Studio 101 ¦ Studio 2001 ¦ Studio ¦ Atelier 1001
= Nørgaard Træ ApS
+ Nørgaard Træ ApS ¦ Norgaard Trae ApS ¦ NØRGAARD TRÆ APS ¦ Noergaard Trae ApS
? Norgard Trae ApS ¦ Nørgaard Tree ApS ¦ N0rgaard Trae ApS
- Jensen Træ ApS ¦ Nørgaard Glas ApS ¦ Lars Nørgaard
"""


def pairs() -> list[tuple[str, str, str, str]]:
    """(verdict, text on the piece, name on the form, person or business)."""
    verdicts = {"+": "exact", "?": "likely", "-": "no"}
    found: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    form = kind = ""
    for line in TABLE.strip().splitlines():
        sign, text = line[0], line[2:]
        if sign in "=#":
            form, kind = text, "business" if sign == "#" else "person"
            continue
        for piece in text.split(" ¦ "):
            found.setdefault((piece.strip(), form), (verdicts[sign], piece.strip(), form, kind))
    return list(found.values())
