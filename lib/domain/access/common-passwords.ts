/** Passwords of ten characters and more that attackers try first, lower case; shorter ones are refused anyway. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0000000000 0102030405 0123456789 0987654321 0okm9ijn8uhb 1020304050 1111111111 11111111111 111111111111
  1122334455 1123581321 1212121212 1231231231 123123123123 1234567890 1234567890a 12345678910 123456789a
  123456789q 1357924680 147258369a 147852369a 159753456852 1q1q1q1q1q 1q2w3e4r5t 1q2w3e4r5t6y 1qaz1qaz1qaz
  1qaz2wsx3edc 1qazxsw23edc 2222222222 2468013579 2718281828 3141592653 31415926535 3333333333 5555555555
  6666666666 741852963a 7777777777 789456123a 8888888888 963852741a 9876543210 9999999999 a123456789 a1b2c3d4e5
  a1s2d3f4g5 aaaaaaaaaa aaaaaaaaaaaa abc1234567 abc123456789 abc123abc123 abc@123456 abcabcabcabc abcd123456
  abcd1234567 abcd@12345 abcdefghij abcdefghijk abcdefghijkl admin12345 admin123456 admin1234567 admin@12345
  admin@123456 adminadmin administrator administrator1 analytics1 analytics123 android123 apple123456 arsenal123
  asdasdasdasd asdf1234567 asdfasdfasdf asdfghjkl1 asdfghjkl; asdfqwer1234 autumn2024 autumn2025 autumn2026
  azerty1234 azerty123456 azertyuiop barcelona1 barcelona123 baseball123 basketball basketball1 batman12345
  bbbbbbbbbb business123 changeit123 changeme123 changeme1234 changemenow charlie123 chelsea123 company123
  companyname computer123 contrasena1 contrasena123 contraseña123 correcthorse correcthorsebatterystaple
  december2025 default123 defaultpassword dragon12345 facebook123 football123 goodmorning google12345 guest12345
  guestguest hallo12345 hello12345 hello123456 helloworld helloworld1 helloworld123 ihateyou123 iloveyou12
  iloveyou123 iloveyou1234 iloveyouforever internet123 iphone12345 january2025 january2026 jennifer123
  jordan12345 letmein123 letmein1234 letmeinnow letmeinplease linux123456 liverpool1 liverpool123 lkjhgfdsa1
  manchester manchester1 marketing1 marketing123 master12345 masterpassword michael123 microsoft1 microsoft123
  mnbvcxzlkjh monkey12345 motdepasse motdepasse1 motdepasse123 mypassword mypassword1 mypassword123 newpassword
  newpassword1 newpassword123 nopassword nopassword1 oldpassword p@ssw0rd123 p@ssword123 pa$$w0rd123 pa55word123
  passw0rd123 password!1 password1! password12 password12! password123 password123! password1234 passwordisthis
  passwordpassword passwort123 passwort1234 poiuytrewq pokemon123 pokemon1234 princess12 princess123 q1w2e3r4t5
  q1w2e3r4t5y6 qazwsxedc1 qazwsxedcrfv qqqqqqqqqq qweasdzxc1 qweasdzxc123 qweqweqweqwe qwerty123! qwerty1234
  qwerty12345 qwerty123456 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop123 qwertz1234 qwertzuiop realmadrid
  realmadrid1 rootroot123 samsung123 secret12345 secret123456 secretpassword shadow12345 spiderman123 spring2024
  spring2025 spring2026 starwars123 summer2024 summer2025 summer2026 sunshine12 sunshine123 superman123
  superuser123 temp123456 temporary1 temporary123 temppassword test123456 test1234567 test@12345 testing123
  testing1234 testpassword testtest123 thisismypassword topsecret123 trackingplan trustno123 trustno1trustno1
  user123456 username123 userpassword waymark123 waymarkwaymark welcome123 welcome123! welcome1234 welcome2024
  welcome2025 welcome2026 welcomehome whatever12 whatever123 windows123 winter2024 winter2025 winter2026
  xxxxxxxxxx yourpassword z1x2c3v4b5 zaq12wsxcde3 zxcv123456 zxcvbnm123 zxcvbnmasdf zxczxczxczxc zzzzzzzzzz
`
    .trim()
    .split(/\s+/),
);
