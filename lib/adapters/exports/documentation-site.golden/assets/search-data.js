globalThis.waymarkDocuments = [
{"path":"events/gone.html","kind":"event","name":"Gone","lifecycle":"retired"},
{"path":"events/order-completed-1.html","kind":"event","name":"Order Completed","meaning":"A customer has paid,\nand the money is ours","owner":"Growth","lifecycle":"live","category":"Checkout","properties":["at","lines","loose","mixed","order_id","plan","revenue","tags"],"details":"The payment is captured\nAn authorised payment"},
{"path":"events/order-completed-4.html","kind":"event","name":"Order — completed","lifecycle":"planned","properties":["email"]},
{"path":"events/order-completed-3.html","kind":"event","name":"Order: completed","lifecycle":"planned","properties":["order_id"]},
{"path":"events/old-shop-order-completed.html","kind":"event","name":"order completed","namespace":"old/shop","lifecycle":"deprecated","properties":["plan","plan"]},
{"path":"properties/at.html","kind":"property","name":"at","lifecycle":"planned"},
{"path":"properties/email.html","kind":"property","name":"email","lifecycle":"planned"},
{"path":"properties/lines.html","kind":"property","name":"lines","lifecycle":"planned"},
{"path":"properties/loose.html","kind":"property","name":"loose","lifecycle":"planned"},
{"path":"properties/mixed.html","kind":"property","name":"mixed","lifecycle":"planned"},
{"path":"properties/order-id.html","kind":"property","name":"order_id","meaning":"Key of the order","lifecycle":"planned"},
{"path":"properties/plan.html","kind":"property","name":"plan","values":["free","pro|team"],"lifecycle":"deprecated","details":"Pays nothing"},
{"path":"properties/revenue.html","kind":"property","name":"revenue","meaning":"=SUM of the \"lines\"","lifecycle":"planned"},
{"path":"properties/tags.html","kind":"property","name":"tags","values":["last","new","sale"],"lifecycle":"planned"},
{"path":"properties/legacy-plan.html","kind":"property","name":"plan","namespace":"legacy","lifecycle":"planned"},
{"path":"groups/campaign.html","kind":"property-group","name":"Campaign","lifecycle":"planned","properties":["at","loose"]},
{"path":"sources/backend.html","kind":"source","name":"Backend","lifecycle":"live"},
{"path":"sources/web-shop.html","kind":"source","name":"Web shop","meaning":"The shop in a browser","lifecycle":"live"},
{"path":"destinations/warehouse.html","kind":"destination","name":"Warehouse","lifecycle":"planned"},
{"path":"consumers/revenue.html","kind":"consumer","name":"Revenue","lifecycle":"planned"},
{"path":"journeys/buying-paying.html","kind":"journey","name":"Buying & paying","meaning":"From the first look\n- to the money"},
{"path":"journeys/buying-paying.html#st_1","kind":"journey-step","name":"Looks around","meaning":"Step 1 of Buying & paying."},
{"path":"journeys/buying-paying.html#st_3","kind":"journey-step","name":"Gives up","meaning":"Step 3 of Buying & paying."}
];
globalThis.waymarkSynonyms = [

];
