<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>AccessibleNames</name>
  <message>
   <source>Message</source>
   <translation>Message</translation>
  </message>
  <message>
   <source>Rail</source>
   <translation>Navigation</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Connexion</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>En-tête</translation>
  </message>
 </context>
 <context>
  <name>Acts</name>
  <message>
   <source>Acts lost from the disk</source>
   <translation>Actes perdus par le disque</translation>
  </message>
  <message>
   <source>Address of a parcel set</source>
   <translation>Adresse d’un colis fixée</translation>
  </message>
  <message>
   <source>An act at this counter</source>
   <translation>Un acte à ce poste</translation>
  </message>
  <message>
   <source>Another counter did something else with this piece first. Both acts are kept: look at the piece and put it into the right mailbox.</source>
   <translation>Un autre poste a fait autre chose de cet article avant. Les deux actes sont conservés : regardez l’article et mettez-le dans la bonne boîte.</translation>
  </message>
  <message>
   <source>Another counter handed over a piece of this pickup as well. Both acts are kept: find out who has the piece.</source>
   <translation>Un autre poste a aussi remis un article de ce ramassage. Les deux actes sont conservés : cherchez qui a l’article.</translation>
  </message>
  <message>
   <source>Another shipping label wanted</source>
   <translation>Autre étiquette d’expédition demandée</translation>
  </message>
  <message>
   <source>Answer of the customer</source>
   <translation>Réponse du client</translation>
  </message>
  <message>
   <source>Bank of a deposit set</source>
   <translation>Banque du dépôt indiquée</translation>
  </message>
  <message>
   <source>Card charged</source>
   <translation>Carte débitée</translation>
  </message>
  <message>
   <source>Carrier drop opened</source>
   <translation>Dépôt d’un transporteur ouvert</translation>
  </message>
  <message>
   <source>Carrier drop squared</source>
   <translation>Dépôt d’un transporteur soldé</translation>
  </message>
  <message>
   <source>Charge asked for</source>
   <translation>Débit demandé</translation>
  </message>
  <message>
   <source>Charge or discount added</source>
   <translation>Frais ou remise ajoutés</translation>
  </message>
  <message>
   <source>Charge or discount taken away</source>
   <translation>Frais ou remise retirés</translation>
  </message>
  <message>
   <source>Charge put off</source>
   <translation>Débit reporté</translation>
  </message>
  <message>
   <source>Charge tried again</source>
   <translation>Débit retenté</translation>
  </message>
  <message>
   <source>Check taken off the list</source>
   <translation>Chèque retiré de la liste</translation>
  </message>
  <message>
   <source>Check written down</source>
   <translation>Chèque relevé</translation>
  </message>
  <message>
   <source>Checks packed and weighed</source>
   <translation>Chèques emballés et pesés</translation>
  </message>
  <message>
   <source>Clerk locked out</source>
   <translation>Employé bloqué</translation>
  </message>
  <message>
   <source>Clerk signed in</source>
   <translation>Connexion d’un employé</translation>
  </message>
  <message>
   <source>Clerk signed out</source>
   <translation>Déconnexion d’un employé</translation>
  </message>
  <message>
   <source>Consolidated piece made</source>
   <translation>Pièce groupée créée</translation>
  </message>
  <message>
   <source>Consolidation undone</source>
   <translation>Groupage défait</translation>
  </message>
  <message>
   <source>Contested act of a pickup settled</source>
   <translation>Litige sur un retrait réglé</translation>
  </message>
  <message>
   <source>Contested act of a piece settled</source>
   <translation>Litige sur un pli ou colis réglé</translation>
  </message>
  <message>
   <source>Contested act of a task settled</source>
   <translation>Acte contesté d’une tâche réglé</translation>
  </message>
  <message>
   <source>Count of a shelf begun</source>
   <translation>Inventaire d’une étagère commencé</translation>
  </message>
  <message>
   <source>Count of a shelf dropped</source>
   <translation>Inventaire d’une étagère abandonné</translation>
  </message>
  <message>
   <source>Count of a shelf ended</source>
   <translation>Inventaire d’une étagère terminé</translation>
  </message>
  <message>
   <source>Customer asked about the price</source>
   <translation>Client interrogé sur le prix</translation>
  </message>
  <message>
   <source>Customer told about storage</source>
   <translation>Client informé du stockage</translation>
  </message>
  <message>
   <source>Customer told: mail received</source>
   <translation>Client prévenu : courrier reçu</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livré</translation>
  </message>
  <message>
   <source>Delivery label</source>
   <translation>Étiquette de livraison</translation>
  </message>
  <message>
   <source>Delivery labels owed</source>
   <translation>Étiquettes de livraison demandées</translation>
  </message>
  <message>
   <source>Delivery noted by a clerk</source>
   <translation>Livraison notée par un employé</translation>
  </message>
  <message>
   <source>Delivery put back on the shelf</source>
   <translation>Livraison remise sur l’étagère</translation>
  </message>
  <message>
   <source>Deposit handed to the carrier</source>
   <translation>Dépôt remis au transporteur</translation>
  </message>
  <message>
   <source>Deposit slip</source>
   <translation>Bordereau de dépôt</translation>
  </message>
  <message>
   <source>Deposit slip printed</source>
   <translation>Bordereau de dépôt imprimé</translation>
  </message>
  <message>
   <source>Draft of a scan saved</source>
   <translation>Brouillon de numérisation enregistré</translation>
  </message>
  <message>
   <source>Driver at the counter</source>
   <translation>Chauffeur au comptoir</translation>
  </message>
  <message>
   <source>Driver gone without the pieces</source>
   <translation>Chauffeur reparti sans les articles</translation>
  </message>
  <message>
   <source>Driver photographed</source>
   <translation>Chauffeur photographié</translation>
  </message>
  <message>
   <source>Driver's code compared</source>
   <translation>Code du chauffeur comparé</translation>
  </message>
  <message>
   <source>Driver's code may be tried again</source>
   <translation>Nouveaux essais accordés pour le code du chauffeur</translation>
  </message>
  <message>
   <source>Driver's code sent</source>
   <translation>Code du chauffeur envoyé</translation>
  </message>
  <message>
   <source>Driver's photo looked at</source>
   <translation>Photo du chauffeur consultée</translation>
  </message>
  <message>
   <source>Endorsement label</source>
   <translation>Étiquette de retour</translation>
  </message>
  <message>
   <source>Envelope opened</source>
   <translation>Enveloppe ouverte</translation>
  </message>
  <message>
   <source>Fetch list</source>
   <translation>Liste à chercher</translation>
  </message>
  <message>
   <source>ID checked</source>
   <translation>Pièce d’identité vérifiée</translation>
  </message>
  <message>
   <source>Incident with a piece</source>
   <translation>Incident sur un article</translation>
  </message>
  <message>
   <source>Intake taken back</source>
   <translation>Réception annulée</translation>
  </message>
  <message>
   <source>Label of a shelf</source>
   <translation>Étiquette d’étagère</translation>
  </message>
  <message>
   <source>Label printer</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Label put on a deposit</source>
   <translation>Étiquette posée sur un dépôt</translation>
  </message>
  <message>
   <source>Level for ordering set</source>
   <translation>Seuil de commande fixé</translation>
  </message>
  <message>
   <source>List of parcels</source>
   <translation>Liste de colis</translation>
  </message>
  <message>
   <source>List of parcels begun</source>
   <translation>Bordereau de colis commencé</translation>
  </message>
  <message>
   <source>List of returns</source>
   <translation>Liste des retours</translation>
  </message>
  <message>
   <source>List of returns begun</source>
   <translation>Liste des retours commencée</translation>
  </message>
  <message>
   <source>Mailbox registered</source>
   <translation>Boîte enregistrée</translation>
  </message>
  <message>
   <source>Names on a form</source>
   <translation>Noms d’un formulaire</translation>
  </message>
  <message>
   <source>No check in a piece</source>
   <translation>Aucun chèque dans un article</translation>
  </message>
  <message>
   <source>Note on a mailbox</source>
   <translation>Note sur une boîte</translation>
  </message>
  <message>
   <source>Note on what was in an envelope</source>
   <translation>Remarque sur le contenu d’une enveloppe</translation>
  </message>
  <message>
   <source>Nothing to pay</source>
   <translation>Rien à payer</translation>
  </message>
  <message>
   <source>Options of a parcel set</source>
   <translation>Options d’un colis fixées</translation>
  </message>
  <message>
   <source>Owed fee asked for again</source>
   <translation>Frais dus redemandés</translation>
  </message>
  <message>
   <source>Owed fee given up</source>
   <translation>Frais dus abandonnés</translation>
  </message>
  <message>
   <source>PMB {pmb}</source>
   <translation>PMB {pmb}</translation>
  </message>
  <message>
   <source>Pages counted for shredding</source>
   <translation>Pages comptées avant déchiquetage</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Parcel packed and weighed</source>
   <translation>Colis emballé et pesé</translation>
  </message>
  <message>
   <source>Parcel priced</source>
   <translation>Prix d’un colis fixé</translation>
  </message>
  <message>
   <source>Parcel scanned for the carrier</source>
   <translation>Colis scanné pour le transporteur</translation>
  </message>
  <message>
   <source>Parcel taken off the carrier's list</source>
   <translation>Colis retiré du bordereau</translation>
  </message>
  <message>
   <source>Parcels handed to the carrier</source>
   <translation>Colis remis au transporteur</translation>
  </message>
  <message>
   <source>Payment tried again</source>
   <translation>Paiement retenté</translation>
  </message>
  <message>
   <source>Photo of the piece looked at</source>
   <translation>Photo de l’article consultée</translation>
  </message>
  <message>
   <source>Pickup charged</source>
   <translation>Ramassage débité</translation>
  </message>
  <message>
   <source>Pickup declined</source>
   <translation>Ramassage refusé</translation>
  </message>
  <message>
   <source>Pickup let go</source>
   <translation>Ramassage laissé</translation>
  </message>
  <message>
   <source>Pickup opened</source>
   <translation>Ramassage ouvert</translation>
  </message>
  <message>
   <source>Pickup put back</source>
   <translation>Ramassage remis en attente</translation>
  </message>
  <message>
   <source>Pickup receipt</source>
   <translation>Reçu de ramassage</translation>
  </message>
  <message>
   <source>Pickup requested</source>
   <translation>Ramassage demandé</translation>
  </message>
  <message>
   <source>Pickup signed for</source>
   <translation>Ramassage signé</translation>
  </message>
  <message>
   <source>Pickup started</source>
   <translation>Ramassage commencé</translation>
  </message>
  <message>
   <source>Pickup taken over</source>
   <translation>Ramassage repris par un autre agent</translation>
  </message>
  <message>
   <source>Pickup written down for later</source>
   <translation>Ramassage noté pour plus tard</translation>
  </message>
  <message>
   <source>Piece assigned to a mailbox</source>
   <translation>Article attribué à une boîte</translation>
  </message>
  <message>
   <source>Piece brought back by a driver</source>
   <translation>Article rapporté par un chauffeur</translation>
  </message>
  <message>
   <source>Piece brought to the counter</source>
   <translation>Article apporté au comptoir</translation>
  </message>
  <message>
   <source>Piece declared lost</source>
   <translation>Article déclaré perdu</translation>
  </message>
  <message>
   <source>Piece found again</source>
   <translation>Article retrouvé</translation>
  </message>
  <message>
   <source>Piece found while counting a shelf</source>
   <translation>Article trouvé lors d’un inventaire</translation>
  </message>
  <message>
   <source>Piece gathered for a task</source>
   <translation>Pièce réunie pour une tâche</translation>
  </message>
  <message>
   <source>Piece in its task again</source>
   <translation>Pièce de nouveau dans sa tâche</translation>
  </message>
  <message>
   <source>Piece label</source>
   <translation>Étiquette d’article</translation>
  </message>
  <message>
   <source>Piece left out: it lies in another task</source>
   <translation>Pièce laissée de côté : elle est dans une autre tâche</translation>
  </message>
  <message>
   <source>Piece looked for</source>
   <translation>Article cherché</translation>
  </message>
  <message>
   <source>Piece marked for its sender</source>
   <translation>Envoi à retourner à l’expéditeur</translation>
  </message>
  <message>
   <source>Piece moved to another mailbox</source>
   <translation>Article transféré à une autre boîte</translation>
  </message>
  <message>
   <source>Piece not brought back by a driver</source>
   <translation>Article non rapporté par un chauffeur</translation>
  </message>
  <message>
   <source>Piece not found for a pickup</source>
   <translation>Article introuvable pour un ramassage</translation>
  </message>
  <message>
   <source>Piece not found for a task</source>
   <translation>Pièce introuvable pour une tâche</translation>
  </message>
  <message>
   <source>Piece not where it should be</source>
   <translation>Article absent de sa place</translation>
  </message>
  <message>
   <source>Piece put on another shelf</source>
   <translation>Article changé d’étagère</translation>
  </message>
  <message>
   <source>Piece put on the list of returns</source>
   <translation>Envoi mis sur la liste des retours</translation>
  </message>
  <message>
   <source>Piece received</source>
   <translation>Article réceptionné</translation>
  </message>
  <message>
   <source>Piece scanned for a pickup</source>
   <translation>Article scanné pour un ramassage</translation>
  </message>
  <message>
   <source>Piece taken off the list of returns</source>
   <translation>Envoi retiré de la liste des retours</translation>
  </message>
  <message>
   <source>Piece taken out of a delivery</source>
   <translation>Article retiré d’une livraison</translation>
  </message>
  <message>
   <source>Piece weighed</source>
   <translation>Article pesé</translation>
  </message>
  <message>
   <source>Pieces added to a pickup</source>
   <translation>Articles ajoutés à un ramassage</translation>
  </message>
  <message>
   <source>Pieces bound together</source>
   <translation>Pièces groupées</translation>
  </message>
  <message>
   <source>Pieces discarded</source>
   <translation>Articles éliminés</translation>
  </message>
  <message>
   <source>Pieces handed over</source>
   <translation>Articles remis</translation>
  </message>
  <message>
   <source>Pieces handed to a driver</source>
   <translation>Articles remis à un chauffeur</translation>
  </message>
  <message>
   <source>Pieces left for another pickup</source>
   <translation>Articles laissés pour un autre ramassage</translation>
  </message>
  <message>
   <source>Pieces marked as picked up</source>
   <translation>Articles marqués comme remis</translation>
  </message>
  <message>
   <source>Pieces put on the shred pile</source>
   <translation>Articles posés sur la pile à déchiqueter</translation>
  </message>
  <message>
   <source>Pieces sealed in poly bags</source>
   <translation>Articles scellés dans des sacs</translation>
  </message>
  <message>
   <source>Pieces taken off the shred pile</source>
   <translation>Articles retirés de la pile à déchiqueter</translation>
  </message>
  <message>
   <source>Postage of a deposit set</source>
   <translation>Affranchissement du dépôt indiqué</translation>
  </message>
  <message>
   <source>Printer of shipping labels</source>
   <translation>Imprimante d’étiquettes d’expédition</translation>
  </message>
  <message>
   <source>Rate table imported</source>
   <translation>Grille tarifaire importée</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Receipt printer</source>
   <translation>Reçus</translation>
  </message>
  <message>
   <source>Return to the sender taken back</source>
   <translation>Retour à l’expéditeur annulé</translation>
  </message>
  <message>
   <source>Returns handed to the carrier</source>
   <translation>Retours remis au transporteur</translation>
  </message>
  <message>
   <source>Scan sent to the customer</source>
   <translation>Numérisation envoyée au client</translation>
  </message>
  <message>
   <source>Shelf closed</source>
   <translation>Étagère fermée</translation>
  </message>
  <message>
   <source>Shelf set up</source>
   <translation>Étagère créée</translation>
  </message>
  <message>
   <source>Shelf slip</source>
   <translation>Fiche d’étagère</translation>
  </message>
  <message>
   <source>Shelf used again</source>
   <translation>Étagère remise en service</translation>
  </message>
  <message>
   <source>Shipping label</source>
   <translation>Étiquette d’expédition</translation>
  </message>
  <message>
   <source>Shipping label made</source>
   <translation>Étiquette d’expédition faite</translation>
  </message>
  <message>
   <source>Shipping label taken back</source>
   <translation>Étiquette d’expédition annulée</translation>
  </message>
  <message>
   <source>Shred pile shredded</source>
   <translation>Pile déchiquetée</translation>
  </message>
  <message>
   <source>Signature refused</source>
   <translation>Signature refusée</translation>
  </message>
  <message>
   <source>Somebody had dealt with this before the act reached the centre, so it was taken back here.</source>
   <translation>Quelqu’un s’en était occupé avant que l’acte n’arrive au service central ; il a donc été annulé ici.</translation>
  </message>
  <message>
   <source>State of a mailbox</source>
   <translation>État d’une boîte</translation>
  </message>
  <message>
   <source>Store rebuilt after damage</source>
   <translation>Base reconstruite après un dommage</translation>
  </message>
  <message>
   <source>Supply counted</source>
   <translation>Fourniture comptée</translation>
  </message>
  <message>
   <source>Supply restocked</source>
   <translation>Fourniture réapprovisionnée</translation>
  </message>
  <message>
   <source>Task asked for by the customer</source>
   <translation>Tâche demandée par le client</translation>
  </message>
  <message>
   <source>Task declined</source>
   <translation>Tâche refusée</translation>
  </message>
  <message>
   <source>Task left to others</source>
   <translation>Tâche laissée aux autres</translation>
  </message>
  <message>
   <source>Task taken back by the customer</source>
   <translation>Tâche retirée par le client</translation>
  </message>
  <message>
   <source>Task taken up</source>
   <translation>Tâche prise en charge</translation>
  </message>
  <message>
   <source>Task written down at the counter</source>
   <translation>Tâche notée au comptoir</translation>
  </message>
  <message>
   <source>Test label</source>
   <translation>Étiquette d’essai</translation>
  </message>
  <message>
   <source>The centre's journal</source>
   <translation>Le journal du centre</translation>
  </message>
  <message>
   <source>Time of a pickup set</source>
   <translation>Heure d’un ramassage fixée</translation>
  </message>
  <message>
   <source>Unknown code found while counting a shelf</source>
   <translation>Code inconnu trouvé lors d’un inventaire</translation>
  </message>
  <message>
   <source>Why a drop waits until tomorrow</source>
   <translation>Raison d’un dépôt reporté à demain</translation>
  </message>
  <message>
   <source>Why a piece waits until tomorrow</source>
   <translation>Raison d’un envoi reporté à demain</translation>
  </message>
  <message>
   <source>Written authorisation kept</source>
   <translation>Procuration écrite conservée</translation>
  </message>
 </context>
 <context>
  <name>Answer</name>
  <message>
   <source>A new piece?</source>
   <translation>Un nouvel article ?</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>Titulaire</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Attribuer</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Enter takes this number to the Receive room. Esc goes back.</source>
   <translation>Entrée porte ce numéro à la Réception. Échap revient en arrière.</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>Entreprise</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>ID expired {day}</source>
   <translation>pièce expirée le {day}</translation>
  </message>
  <message>
   <source>ID until {day}</source>
   <translation>pièce jusqu’au {day}</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Mailboxes that match</source>
   <translation>Boîtes qui correspondent</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Déplacer</translation>
  </message>
  <message>
   <source>Name on the form</source>
   <translation>Nom sur le formulaire</translation>
  </message>
  <message>
   <source>Name on the piece</source>
   <translation>Nom sur l’article</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Noms sur le formulaire 1583</translation>
  </message>
  <message>
   <source>No longer, since {day}</source>
   <translation>Plus depuis le {day}</translation>
  </message>
  <message>
   <source>No name on it</source>
   <translation>Aucun nom dessus</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Personne</translation>
  </message>
  <message>
   <source>Not before {day}</source>
   <translation>Pas avant le {day}</translation>
  </message>
  <message>
   <source>Not possible: {text}</source>
   <translation>Impossible : {text}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Note for every clerk</source>
   <translation>Note pour tous les employés</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Rien trouvé</translation>
  </message>
  <message>
   <source>Nothing is on the shelf</source>
   <translation>Rien sur l’étagère</translation>
  </message>
  <message>
   <source>On the form</source>
   <translation>Sur le formulaire</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>Only collects</source>
   <translation>Retrait seul</translation>
  </message>
  <message>
   <source>Open the pickup</source>
   <translation>Au ramassage</translation>
  </message>
  <message>
   <source>PMB {number}</source>
   <translation>PMB {number}</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces on the shelf</source>
   <translation>Articles sur l’étagère</translation>
  </message>
  <message>
   <source>Print label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Reassign</source>
   <translation>Réattribuer</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Réceptionner</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Réception</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarques</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Scan or type something else, or go back with Esc</source>
   <translation>Scannez ou saisissez autre chose, ou revenez avec Échap</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Shelf slip</source>
   <translation>Fiche d’étagère</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Histoire</translation>
  </message>
  <message>
   <source>The label is printing again</source>
   <translation>L’étiquette est réimprimée</translation>
  </message>
  <message>
   <source>The piece</source>
   <translation>L’article</translation>
  </message>
  <message>
   <source>The shelf slip is printing</source>
   <translation>La fiche d’étagère s’imprime</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Numéro de suivi</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Type part of a name, a mailbox number, a phone number or the last digits of a label.</source>
   <translation>Saisissez une partie du nom, un numéro de boîte, un téléphone ou les derniers chiffres d’une étiquette.</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Poids</translation>
  </message>
  <message>
   <source>What is asked</source>
   <translation>Question posée</translation>
  </message>
  <message>
   <source>What there is to know</source>
   <translation>Ce qu’il faut savoir</translation>
  </message>
  <message>
   <source>Which shelf?</source>
   <translation>Quelle étagère ?</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Votre réponse</translation>
  </message>
  <message>
   <source>no shelf noted</source>
   <translation>aucune étagère notée</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>depuis le {day}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>jusqu’au {day}</translation>
  </message>
  <message>
   <source>{offers}: {why}</source>
   <translation>{offers} : {why}</translation>
  </message>
  <message>
   <source>{what}: {text}</source>
   <translation>{what} : {text}</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter opens, Esc goes back</source>
   <translation>↑ ↓ choisir, Entrée ouvre, Échap revient</translation>
  </message>
 </context>
 <context>
  <name>Customers</name>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n trouvé</numerusform>
    <numerusform>%n trouvés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mailbox(es)</source>
   <translation>
    <numerusform>%n boîte</numerusform>
    <numerusform>%n boîtes</numerusform>
   </translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Actives</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Toutes</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Fermées</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Clients</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expirées</translation>
  </message>
  <message>
   <source>Find a customer</source>
   <translation>Chercher un client</translation>
  </message>
  <message>
   <source>Former holder of PMB {mailbox}</source>
   <translation>Ancien titulaire de PMB {mailbox}</translation>
  </message>
  <message>
   <source>Former holder: this number has another holder now. Look at the name, never at the number.</source>
   <translation>Ancien titulaire : ce numéro en a un autre maintenant. Fiez-vous au nom, jamais au numéro.</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>ID valid until</source>
   <translation>Pièce valable au</translation>
  </message>
  <message>
   <source>Latest pieces</source>
   <translation>Derniers articles</translation>
  </message>
  <message>
   <source>Lay here by mistake</source>
   <translation>Ici par erreur</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Fiche de la boîte</translation>
  </message>
  <message>
   <source>May collect</source>
   <translation>Peuvent retirer</translation>
  </message>
  <message>
   <source>Name, firm, mailbox, phone or e-mail</source>
   <translation>Nom, entreprise, boîte, téléphone ou e-mail</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Noms sur le formulaire 1583</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Personne trouvé</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Non approuvée</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Note for every clerk</source>
   <translation>Note pour tous les employés</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>PMB {mailbox} · holder now, there was another</source>
   <translation>PMB {mailbox} · titulaire actuel, il y en a eu un autre</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Téléphone</translation>
  </message>
  <message>
   <source>Pickup: {state}</source>
   <translation>Ramassage : {state}</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Forfait</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Réceptionner un article</translation>
  </message>
  <message>
   <source>Save note</source>
   <translation>Enregistrer la note</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>This number had another holder before. Look at the name on each piece.</source>
   <translation>Ce numéro a eu un autre titulaire. Regardez le nom sur chaque article.</translation>
  </message>
  <message>
   <source>Type a part of the name, the mailbox number, or the last digits of the phone number.</source>
   <translation>Saisissez une partie du nom, le numéro de boîte ou les derniers chiffres du téléphone.</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>et {count} de plus</translation>
  </message>
  <message>
   <source>now {mailbox}</source>
   <translation>maintenant {mailbox}</translation>
  </message>
  <message>
   <source>{day}, expired</source>
   <translation>{day}, expirée</translation>
  </message>
  <message>
   <source>{name} · no longer, since {day}</source>
   <translation>{name} · plus depuis le {day}</translation>
  </message>
  <message>
   <source>{name} · not before {day}</source>
   <translation>{name} · pas avant le {day}</translation>
  </message>
  <message>
   <source>{name} · until {day}</source>
   <translation>{name} · jusqu’au {day}</translation>
  </message>
 </context>
 <context>
  <name>Damage</name>
  <message>
   <source>Close Counter</source>
   <translation>Fermer Counter</translation>
  </message>
  <message>
   <source>Counter cannot start</source>
   <translation>Counter ne peut pas démarrer</translation>
  </message>
  <message>
   <source>Counter has stopped</source>
   <translation>Counter s’est arrêté</translation>
  </message>
  <message numerus="yes">
   <source>Rebuild (about %n minute(s))</source>
   <translation>
    <numerusform>Reconstruire (environ %n minute)</numerusform>
    <numerusform>Reconstruire (environ %n minutes)</numerusform>
   </translation>
  </message>
  <message>
   <source>Save unsent acts to a file</source>
   <translation>Enregistrer les actes non transmis</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Compris</translation>
  </message>
 </context>
 <context>
  <name>Deliveries</name>
  <message numerus="yes">
   <source>%n bag(s)</source>
   <translation>
    <numerusform>%n sac</numerusform>
    <numerusform>%n sacs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s)</source>
   <translation>
    <numerusform>%n étiquette</numerusform>
    <numerusform>%n étiquettes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n missing</source>
   <translation>
    <numerusform>%n manquant</numerusform>
    <numerusform>%n manquants</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) did not come back and are searched for</source>
   <translation>
    <numerusform>%n article n’est pas revenu et est recherché</numerusform>
    <numerusform>%n articles ne sont pas revenus et sont recherchés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to prepare</source>
   <translation>
    <numerusform>%n à préparer</numerusform>
    <numerusform>%n à préparer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n used since they were counted</source>
   <translation>
    <numerusform>%n utilisé depuis le comptage</numerusform>
    <numerusform>%n utilisés depuis le comptage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n with a driver</source>
   <translation>
    <numerusform>%n chez un chauffeur</numerusform>
    <numerusform>%n chez un chauffeur</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n wrong so far</source>
   <translation>
    <numerusform>%n code faux</numerusform>
    <numerusform>%n codes faux</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>About %n poly bag(s) left</source>
   <translation>
    <numerusform>Il reste environ %n sac</numerusform>
    <numerusform>Il reste environ %n sacs</numerusform>
   </translation>
  </message>
  <message>
   <source>All back: the pieces of {name} are on the shelf again</source>
   <translation>Tout est revenu : les articles de {name} sont de nouveau sur l’étagère</translation>
  </message>
  <message>
   <source>Allow three more tries</source>
   <translation>Accorder trois essais</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>Autre raison</translation>
  </message>
  <message>
   <source>Asked for less than an hour before closing.</source>
   <translation>Demandée moins d’une heure avant la fermeture.</translation>
  </message>
  <message>
   <source>Back on the shelf</source>
   <translation>De retour sur l’étagère</translation>
  </message>
  <message>
   <source>Camera: {trouble}. {rule}</source>
   <translation>Caméra : {trouble}. {rule}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Code locked</source>
   <translation>Code bloqué</translation>
  </message>
  <message>
   <source>Code of the driver</source>
   <translation>Code du chauffeur</translation>
  </message>
  <message>
   <source>Code that the driver says</source>
   <translation>Code donné par le chauffeur</translation>
  </message>
  <message>
   <source>Code to compare</source>
   <translation>Code à comparer</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparer</translation>
  </message>
  <message>
   <source>Compare the code</source>
   <translation>Comparer le code</translation>
  </message>
  <message>
   <source>Count anew</source>
   <translation>Recompter</translation>
  </message>
  <message>
   <source>Courier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Ctrl+T ticks it, Ctrl+Enter hands over.</source>
   <translation>Ctrl+T coche, Ctrl+Entrée remet.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livré</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Livraisons</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Chauffeur</translation>
  </message>
  <message>
   <source>Driver is here</source>
   <translation>Chauffeur présent</translation>
  </message>
  <message>
   <source>Driver refuses</source>
   <translation>Le chauffeur refuse</translation>
  </message>
  <message>
   <source>Driver's photo</source>
   <translation>Photo du chauffeur</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remise</translation>
  </message>
  <message>
   <source>Hand to the driver</source>
   <translation>Remettre au chauffeur</translation>
  </message>
  <message>
   <source>Has no code</source>
   <translation>N’a pas le code</translation>
  </message>
  <message>
   <source>How do you know?</source>
   <translation>Comment le savez-vous ?</translation>
  </message>
  <message>
   <source>I counted so many</source>
   <translation>J’en ai compté autant</translation>
  </message>
  <message>
   <source>I hand the pieces to the driver</source>
   <translation>Je remets les articles au chauffeur</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>En cours</translation>
  </message>
  <message>
   <source>In progress until the platform says delivered. If the driver comes back with it, scan each piece.</source>
   <translation>En cours jusqu’à ce que la plateforme confirme la livraison. Si le chauffeur revient avec les articles, scannez-les un à un.</translation>
  </message>
  <message>
   <source>In the print queue</source>
   <translation>À l’impression</translation>
  </message>
  <message>
   <source>It matches</source>
   <translation>Le code est bon</translation>
  </message>
  <message>
   <source>Keep them ready</source>
   <translation>Les garder prêts</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Labels of this delivery</source>
   <translation>Étiquettes de cette livraison</translation>
  </message>
  <message>
   <source>Labels to print</source>
   <translation>Étiquettes à imprimer</translation>
  </message>
  <message>
   <source>Late request: less than an hour before closing.</source>
   <translation>Demande tardive : moins d’une heure avant la fermeture.</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Est parti</translation>
  </message>
  <message>
   <source>Locked: call support</source>
   <translation>Bloqué : appelez l’assistance</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Name of the driver</source>
   <translation>Nom du chauffeur</translation>
  </message>
  <message>
   <source>No delivery here</source>
   <translation>Aucune livraison ici</translation>
  </message>
  <message>
   <source>No driver came</source>
   <translation>Aucun chauffeur n’est venu</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>Pas encore de photo</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>Non imprimée</translation>
  </message>
  <message>
   <source>Note as delivered</source>
   <translation>Noter comme livré</translation>
  </message>
  <message>
   <source>Noted: {name} has the pieces</source>
   <translation>Noté : {name} a les articles</translation>
  </message>
  <message>
   <source>Number of poly bags</source>
   <translation>Nombre de sacs</translation>
  </message>
  <message>
   <source>One label on each piece</source>
   <translation>Une étiquette sur chaque article</translation>
  </message>
  <message>
   <source>Order at so many</source>
   <translation>Commander à ce nombre</translation>
  </message>
  <message>
   <source>Personal deliveries</source>
   <translation>Livraisons personnelles</translation>
  </message>
  <message>
   <source>Photo of the driver</source>
   <translation>Photo du chauffeur</translation>
  </message>
  <message>
   <source>Photograph the driver</source>
   <translation>Photographier le chauffeur</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Poly bags</source>
   <translation>Sacs</translation>
  </message>
  <message>
   <source>Poly bags used</source>
   <translation>Sacs utilisés</translation>
  </message>
  <message>
   <source>Poly bags were never counted here. Count them once; then each delivery takes its own off.</source>
   <translation>Les sacs n’ont jamais été comptés ici. Comptez-les une fois ; chaque livraison retire ensuite les siens.</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Réimprimer</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Traiter</translation>
  </message>
  <message>
   <source>Put back on the shelf</source>
   <translation>Remettre sur l’étagère</translation>
  </message>
  <message>
   <source>Put back: no driver</source>
   <translation>À ranger : pas de chauffeur</translation>
  </message>
  <message>
   <source>Put back: the pieces of {name} are free again</source>
   <translation>Remis sur l’étagère : les articles de {name} sont de nouveau libres</translation>
  </message>
  <message>
   <source>Put letters and small pieces into poly bags and seal them; a box goes as it is.</source>
   <translation>Mettez les lettres et petits articles dans des sacs et scellez-les ; un carton part tel quel.</translation>
  </message>
  <message>
   <source>Put the pieces back on the shelf? The customer is told.</source>
   <translation>Remettre les articles sur l’étagère ? Le client en est informé.</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Prêt</translation>
  </message>
  <message>
   <source>Refuses the photo</source>
   <translation>Refuse la photo</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Revenues</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scanner chaque article</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Programmées</translation>
  </message>
  <message>
   <source>Seal and print labels</source>
   <translation>Sceller et imprimer les étiquettes</translation>
  </message>
  <message>
   <source>Seal, and count the bags</source>
   <translation>Sceller et compter les sacs</translation>
  </message>
  <message>
   <source>Show for one minute</source>
   <translation>Afficher une minute</translation>
  </message>
  <message>
   <source>So many came in</source>
   <translation>Autant sont arrivés</translation>
  </message>
  <message>
   <source>Spaces and capitals do not matter.</source>
   <translation>Espaces et majuscules n’ont pas d’importance.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Statut</translation>
  </message>
  <message>
   <source>Support has cleared it</source>
   <translation>L’assistance a débloqué</translation>
  </message>
  <message>
   <source>Take the photo</source>
   <translation>Prendre la photo</translation>
  </message>
  <message>
   <source>Taken and put away</source>
   <translation>Prise et mise à l’abri</translation>
  </message>
  <message>
   <source>The driver did not know the code</source>
   <translation>Le chauffeur ne connaissait pas le code</translation>
  </message>
  <message>
   <source>The driver has not come</source>
   <translation>Le chauffeur n’est pas venu</translation>
  </message>
  <message>
   <source>The driver left</source>
   <translation>Le chauffeur est parti</translation>
  </message>
  <message>
   <source>The driver refused the photo</source>
   <translation>Le chauffeur a refusé la photo</translation>
  </message>
  <message>
   <source>The label is printed again</source>
   <translation>L’étiquette est réimprimée</translation>
  </message>
  <message>
   <source>The rest did not come back</source>
   <translation>Le reste n’est pas revenu</translation>
  </message>
  <message>
   <source>The store closes soon and no driver has the pieces. Put them back; the customer is told.</source>
   <translation>Le magasin ferme bientôt et aucun chauffeur n’a pris les articles. Remettez-les sur l’étagère ; le client en est informé.</translation>
  </message>
  <message>
   <source>The store closes soon and no driver has them: put them back.</source>
   <translation>Le magasin ferme bientôt et aucun chauffeur ne les a : remettez-les sur l’étagère.</translation>
  </message>
  <message>
   <source>This piece cannot go</source>
   <translation>Cet article ne peut pas partir</translation>
  </message>
  <message>
   <source>Tick the hand-over</source>
   <translation>Cocher la remise</translation>
  </message>
  <message>
   <source>To gather</source>
   <translation>À rassembler</translation>
  </message>
  <message>
   <source>To hand over</source>
   <translation>À remettre</translation>
  </message>
  <message>
   <source>To prepare</source>
   <translation>À préparer</translation>
  </message>
  <message>
   <source>To seal</source>
   <translation>À sceller</translation>
  </message>
  <message>
   <source>Waits for a driver</source>
   <translation>Attend un chauffeur</translation>
  </message>
  <message>
   <source>What customers ask to have brought appears here by itself.</source>
   <translation>Ce que les clients demandent à se faire livrer apparaît ici tout seul.</translation>
  </message>
  <message>
   <source>What did not come back is searched for.</source>
   <translation>Ce qui n’est pas revenu est recherché.</translation>
  </message>
  <message>
   <source>What did support say? It is kept with the delivery.</source>
   <translation>Qu’a dit l’assistance ? C’est conservé avec la livraison.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Why does the driver not take the pieces? They stay here.</source>
   <translation>Pourquoi le chauffeur ne prend-il pas les articles ? Ils restent ici.</translation>
  </message>
  <message>
   <source>Why? It is written down.</source>
   <translation>Pourquoi ? C’est noté.</translation>
  </message>
  <message>
   <source>With the driver</source>
   <translation>Chez le chauffeur</translation>
  </message>
  <message>
   <source>as the app shows it</source>
   <translation>comme dans l’application</translation>
  </message>
  <message>
   <source>late request</source>
   <translation>demande tardive</translation>
  </message>
  <message>
   <source>order now: the level is {level}</source>
   <translation>commandez maintenant : le seuil est {level}</translation>
  </message>
  <message>
   <source>the store orders at {level}</source>
   <translation>le magasin commande à {level}</translation>
  </message>
  <message>
   <source>{count} of {all} back</source>
   <translation>{count} sur {all} revenus</translation>
  </message>
  <message>
   <source>{mail_id} is back; scan the others of {name} too</source>
   <translation>{mail_id} est revenu ; scannez aussi les autres de {name}</translation>
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation>{n} sur {count}</translation>
  </message>
 </context>
 <context>
  <name>Demo</name>
  <message>
   <source>1.25 lb</source>
   <translation>1,25 lb</translation>
  </message>
  <message>
   <source>A driver brings a parcel</source>
   <translation>Un chauffeur apporte un colis</translation>
  </message>
  <message>
   <source>Card of PMB declines next</source>
   <translation>La carte de PMB sera refusée</translation>
  </message>
  <message>
   <source>Demo: invented customers, simulated devices, a centre inside this program. Nothing leaves this computer.</source>
   <translation>Démo : clients inventés, appareils simulés, un service central dans ce programme. Rien ne quitte cet ordinateur.</translation>
  </message>
  <message>
   <source>Demo: sign in as {email} with {password}</source>
   <translation>Démo : connectez-vous avec {email} et {password}</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Vide</translation>
  </message>
  <message>
   <source>Internet</source>
   <translation>Internet</translation>
  </message>
  <message>
   <source>Label printer switched on</source>
   <translation>Imprimante d’étiquettes allumée</translation>
  </message>
  <message>
   <source>Mailbox whose card declines</source>
   <translation>Boîte dont la carte sera refusée</translation>
  </message>
  <message>
   <source>Paper in the label printer</source>
   <translation>Papier dans l’imprimante</translation>
  </message>
  <message>
   <source>Scale plugged in</source>
   <translation>Balance branchée</translation>
  </message>
  <message>
   <source>Scan a driver licence</source>
   <translation>Scanner un permis de conduire</translation>
  </message>
  <message>
   <source>Scan it</source>
   <translation>Le scanner</translation>
  </message>
  <message>
   <source>Scan this</source>
   <translation>Scanner ceci</translation>
  </message>
  <message>
   <source>Scanner plugged in</source>
   <translation>Lecteur branché</translation>
  </message>
  <message>
   <source>Simulated devices</source>
   <translation>Appareils simulés</translation>
  </message>
  <message>
   <source>Text for the simulated scanner</source>
   <translation>Texte pour le lecteur simulé</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>A driver licence, {n} characters</source>
   <translation>Un permis de conduire, {n} caractères</translation>
  </message>
  <message>
   <source>A scanner that types like a keyboard works without settings.</source>
   <translation>Un lecteur qui écrit comme un clavier fonctionne sans réglage.</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Appareils</translation>
  </message>
  <message>
   <source>Looking …</source>
   <translation>Recherche …</translation>
  </message>
  <message>
   <source>Not set up on this computer: {names}.</source>
   <translation>Pas installés sur cet ordinateur : {names}.</translation>
  </message>
  <message>
   <source>On its way …</source>
   <translation>En route …</translation>
  </message>
  <message>
   <source>Picture of the camera</source>
   <translation>Image de la caméra</translation>
  </message>
  <message>
   <source>Print a test 4 x 6</source>
   <translation>Imprimer un essai 4 x 6</translation>
  </message>
  <message>
   <source>Print a test label</source>
   <translation>Imprimer une étiquette d’essai</translation>
  </message>
  <message>
   <source>Print a test receipt</source>
   <translation>Imprimer un reçu d’essai</translation>
  </message>
  <message>
   <source>Printed. Is it straight and whole?</source>
   <translation>Imprimé. Est-ce droit et complet ?</translation>
  </message>
  <message>
   <source>Printing …</source>
   <translation>Impression …</translation>
  </message>
  <message>
   <source>Result of the test</source>
   <translation>Résultat de l’essai</translation>
  </message>
  <message>
   <source>Scan anything now.</source>
   <translation>Scannez maintenant n’importe quoi.</translation>
  </message>
  <message>
   <source>Sounds for taken, refused and unknown</source>
   <translation>Sons pour pris, refusé et inconnu</translation>
  </message>
  <message>
   <source>Take a picture</source>
   <translation>Prendre une photo</translation>
  </message>
  <message>
   <source>This counter</source>
   <translation>Ce poste</translation>
  </message>
  <message>
   <source>Weigh now</source>
   <translation>Peser maintenant</translation>
  </message>
  <message>
   <source>Weighing …</source>
   <translation>Pesée …</translation>
  </message>
  <message>
   <source>keyboard</source>
   <translation>clavier</translation>
  </message>
  <message>
   <source>kind not told</source>
   <translation>type non indiqué</translation>
  </message>
  <message>
   <source>not asked yet</source>
   <translation>pas encore interrogé</translation>
  </message>
  <message>
   <source>{grams} g</source>
   <translation>{grams} g</translation>
  </message>
  <message>
   <source>{printer}: did it come out? Answer in the print queue.</source>
   <translation>{printer} : est-ce sorti ? Répondez dans la file d’impression.</translation>
  </message>
  <message>
   <source>{ready} of {all} ready · a device that is plugged in again comes back by itself</source>
   <translation>{ready} sur {all} disponibles · un appareil rebranché revient de lui-même</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message numerus="yes">
   <source>%n row(s)</source>
   <translation>
    <numerusform>%n ligne</numerusform>
    <numerusform>%n lignes</numerusform>
   </translation>
  </message>
  <message>
   <source>Export this list as a file</source>
   <translation>Exporter cette liste dans un fichier</translation>
  </message>
  <message>
   <source>Export …</source>
   <translation>Exporter…</translation>
  </message>
  <message>
   <source>List for a spreadsheet (*.csv)</source>
   <translation>Liste pour un tableur (*.csv)</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>Received in the last 30 days</source>
   <translation>Réceptionnés ces 30 derniers jours</translation>
  </message>
  <message>
   <source>Received today</source>
   <translation>Réceptionnés aujourd’hui</translation>
  </message>
  <message>
   <source>Save the list</source>
   <translation>Enregistrer la liste</translation>
  </message>
  <message>
   <source>Stopped. No file was written.</source>
   <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
  </message>
  <message>
   <source>Which pieces go into the file?</source>
   <translation>Quels articles mettre dans le fichier ?</translation>
  </message>
  <message>
   <source>Writing the list</source>
   <translation>Écriture de la liste</translation>
  </message>
  <message>
   <source>{rows} saved as {file}</source>
   <translation>Enregistré dans {file} : {rows}</translation>
  </message>
 </context>
 <context>
  <name>Figures</name>
  <message>
   <source>MMM d</source>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>MMM d, yyyy</source>
   <translation>d MMM yyyy</translation>
  </message>
  <message>
   <source>dddd, MMMM d</source>
   <translation>dddd d MMMM</translation>
  </message>
  <message>
   <source>today {time}</source>
   <translation>aujourd’hui {time}</translation>
  </message>
  <message>
   <source>yesterday {time}</source>
   <translation>hier {time}</translation>
  </message>
  <message>
   <source>{ounces} oz</source>
   <translation>{ounces} oz</translation>
  </message>
  <message>
   <source>{pounds} lb {ounces} oz</source>
   <translation>{pounds} lb {ounces} oz</translation>
  </message>
 </context>
 <context>
  <name>FirstSync</name>
  <message>
   <source>Go on</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>Go on fetching the register</source>
   <translation>Reprendre le chargement du fichier clients</translation>
  </message>
  <message>
   <source>Rows of the register that are here</source>
   <translation>Lignes du fichier clients déjà arrivées</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop fetching the register</source>
   <translation>Arrêter le chargement du fichier clients</translation>
  </message>
  <message>
   <source>The register is here; it is being made searchable.</source>
   <translation>Le fichier clients est là ; il est préparé pour la recherche.</translation>
  </message>
  <message>
   <source>The register is still arriving.</source>
   <translation>Le fichier clients arrive encore.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows, about {left} min left.</source>
   <translation>Le fichier clients arrive encore : {done} lignes sur {total}, encore {left} min environ.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows, about {left} s left.</source>
   <translation>Le fichier clients arrive encore : {done} lignes sur {total}, encore {left} s environ.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows.</source>
   <translation>Le fichier clients arrive encore : {done} lignes sur {total}.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows; it goes on when the centre answers.</source>
   <translation>Le fichier clients arrive encore : {done} lignes sur {total} ; la suite viendra quand le centre répondra.</translation>
  </message>
  <message>
   <source>The register was stopped at {done} of {total} rows.</source>
   <translation>Le chargement du fichier clients est arrêté à {done} lignes sur {total}.</translation>
  </message>
  <message>
   <source>The register was stopped.</source>
   <translation>Le chargement du fichier clients est arrêté.</translation>
  </message>
 </context>
 <context>
  <name>Inbox</name>
  <message numerus="yes">
   <source>%n thing(s) to look at</source>
   <translation>
    <numerusform>%n point à examiner</numerusform>
    <numerusform>%n points à examiner</numerusform>
   </translation>
  </message>
  <message>
   <source>A photo is lost</source>
   <translation>Une photo est perdue</translation>
  </message>
  <message>
   <source>All is well</source>
   <translation>Tout va bien</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Répondu</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Vérifier</translation>
  </message>
  <message>
   <source>Done here</source>
   <translation>Fait ici</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>À examiner</translation>
  </message>
  <message>
   <source>It is sent again.</source>
   <translation>C’est transmis de nouveau.</translation>
  </message>
  <message>
   <source>Kept apart</source>
   <translation>Mis à part</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Regarder</translation>
  </message>
  <message>
   <source>Mail ID</source>
   <translation>N° de l’article</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Mark as seen</source>
   <translation>Marquer comme vu</translation>
  </message>
  <message>
   <source>Marked as seen.</source>
   <translation>Marqué comme vu.</translation>
  </message>
  <message>
   <source>No mailbox fits “{name}” by itself. Open it and say whose it is.</source>
   <translation>Aucune boîte ne correspond d’elle-même à « {name} ». Ouvrez l’article et dites à qui il est.</translation>
  </message>
  <message>
   <source>Not accepted</source>
   <translation>Pas accepté</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Pas transmis</translation>
  </message>
  <message>
   <source>Nothing to look at</source>
   <translation>Rien à examiner</translation>
  </message>
  <message>
   <source>Open the piece</source>
   <translation>Ouvrir l’article</translation>
  </message>
  <message>
   <source>Put it into {mailbox}</source>
   <translation>Mettre dans {mailbox}</translation>
  </message>
  <message>
   <source>The centre took everything that was sent. What it cannot simply take comes here, with what to do.</source>
   <translation>Le service central a pris tout ce qui a été transmis. Ce qu’il ne peut pas prendre arrive ici, avec ce qu’il faut faire.</translation>
  </message>
  <message>
   <source>To be checked</source>
   <translation>À vérifier</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>À faire</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Two acts on the same thing</source>
   <translation>Deux actes sur la même chose</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Ce qui s’est passé</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>“{name}” may be {likely} of {mailbox}. Open it and say whose it is.</source>
   <translation>« {name} » est peut-être {likely} de {mailbox}. Ouvrez l’article et dites à qui il est.</translation>
  </message>
  <message>
   <source>“{name}” stands on the Form 1583 of {mailbox}.</source>
   <translation>« {name} » figure sur le formulaire 1583 de {mailbox}.</translation>
  </message>
 </context>
 <context>
  <name>Keys</name>
  <message>
   <source>Enter</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Échap</translation>
  </message>
 </context>
 <context>
  <name>Language</name>
  <message>
   <source>Language: {name}</source>
   <translation>Langue : {name}</translation>
  </message>
 </context>
 <context>
  <name>Levels</name>
  <message>
   <source>Admin</source>
   <translation>Administrateur</translation>
  </message>
  <message>
   <source>Customer service</source>
   <translation>Service client</translation>
  </message>
  <message>
   <source>Mail inserter</source>
   <translation>Insertion du courrier</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Responsable</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propriétaire</translation>
  </message>
  <message>
   <source>Task processor</source>
   <translation>Traitement des tâches</translation>
  </message>
 </context>
 <context>
  <name>Money</name>
  <message numerus="yes">
   <source>%n payment(s)</source>
   <translation>
    <numerusform>%n paiement</numerusform>
    <numerusform>%n paiements</numerusform>
   </translation>
  </message>
  <message>
   <source>A piece appears here five days before its free days end, and stays while it costs.</source>
   <translation>Une pièce apparaît ici cinq jours avant la fin de ses jours gratuits, et y reste tant qu’elle coûte.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Montant</translation>
  </message>
  <message>
   <source>Being checked</source>
   <translation>En vérification</translation>
  </message>
  <message>
   <source>Charge storage</source>
   <translation>Débiter le stockage</translation>
  </message>
  <message>
   <source>Charged later</source>
   <translation>Débités plus tard</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Day end</source>
   <translation>Clôture</translation>
  </message>
  <message>
   <source>Days that cost</source>
   <translation>Jours payants</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Refusés</translation>
  </message>
  <message>
   <source>Each payment that the centre has confirmed appears here.</source>
   <translation>Chaque paiement confirmé par le service central apparaît ici.</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Avant</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>Free until</source>
   <translation>Gratuit jusqu’au</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Genre</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Après</translation>
  </message>
  <message>
   <source>Mail ID</source>
   <translation>Identifiant</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Argent</translation>
  </message>
  <message>
   <source>No piece costs storage soon</source>
   <translation>Aucune pièce ne coûtera bientôt</translation>
  </message>
  <message>
   <source>Not for this clerk</source>
   <translation>Pas pour cet employé</translation>
  </message>
  <message>
   <source>Nothing was paid on this day</source>
   <translation>Rien n’a été payé ce jour</translation>
  </message>
  <message>
   <source>Open now</source>
   <translation>En suspens</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Dû</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Payé</translation>
  </message>
  <message>
   <source>Paid, by kind</source>
   <translation>Payé, par genre</translation>
  </message>
  <message>
   <source>Payments of the day</source>
   <translation>Paiements du jour</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Pièce</translation>
  </message>
  <message>
   <source>Pieces whose free days end</source>
   <translation>Pièces dont la gratuité prend fin</translation>
  </message>
  <message>
   <source>Print day end</source>
   <translation>Imprimer la clôture</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Stockage</translation>
  </message>
  <message>
   <source>Tell the customer</source>
   <translation>Prévenir le client</translation>
  </message>
  <message>
   <source>The customer is told with the next exchange</source>
   <translation>Le client sera prévenu au prochain échange</translation>
  </message>
  <message>
   <source>The day end of {day} is in the print queue</source>
   <translation>La clôture du {day} est dans la file d’impression</translation>
  </message>
  <message>
   <source>Tomorrow adds</source>
   <translation>Demain s’ajoute</translation>
  </message>
  <message>
   <source>costs from tomorrow</source>
   <translation>payante dès demain</translation>
  </message>
  <message numerus="yes">
   <source>costs since %n day(s)</source>
   <translation>
    <numerusform>payante depuis %n jour</numerusform>
    <numerusform>payante depuis %n jours</numerusform>
   </translation>
  </message>
  <message>
   <source>{owed} owed · {count} start to cost tomorrow</source>
   <translation>{owed} dus · {count} deviennent payantes demain</translation>
  </message>
 </context>
 <context>
  <name>Name</name>
  <message>
   <source>An initial stands for a name.</source>
   <translation>Une initiale remplace un nom.</translation>
  </message>
  <message>
   <source>It is spelled differently.</source>
   <translation>L’orthographe est différente.</translation>
  </message>
  <message>
   <source>It is written in another alphabet.</source>
   <translation>C’est écrit dans un autre alphabet.</translation>
  </message>
  <message>
   <source>It names several people, and not all of them are on the form.</source>
   <translation>Plusieurs personnes sont nommées, et toutes ne figurent pas sur le formulaire.</translation>
  </message>
  <message>
   <source>It stands beside another name that is not on the form.</source>
   <translation>Il est à côté d’un autre nom qui ne figure pas sur le formulaire.</translation>
  </message>
  <message>
   <source>Jr, Sr, II or the kind of firm differs.</source>
   <translation>Jr, Sr, II ou la forme de l’entreprise diffère.</translation>
  </message>
  <message>
   <source>Letters may be misread, such as 0 for O or rn for m.</source>
   <translation>Des lettres sont peut-être mal lues, comme 0 pour O ou rn pour m.</translation>
  </message>
  <message>
   <source>Letters seem to be cut off at the edge.</source>
   <translation>Des lettres semblent coupées au bord.</translation>
  </message>
  <message>
   <source>More than one name on the form is as near.</source>
   <translation>Plusieurs noms du formulaire sont aussi proches.</translation>
  </message>
  <message>
   <source>Only a part of the name stands there.</source>
   <translation>Seule une partie du nom y figure.</translation>
  </message>
  <message>
   <source>Only accents differ.</source>
   <translation>Seuls les accents diffèrent.</translation>
  </message>
  <message>
   <source>Some letters only look like Latin letters.</source>
   <translation>Certaines lettres ressemblent seulement à des lettres latines.</translation>
  </message>
  <message>
   <source>The blanks stand elsewhere.</source>
   <translation>Les espaces sont placées autrement.</translation>
  </message>
  <message>
   <source>The middle name differs.</source>
   <translation>Le deuxième prénom diffère.</translation>
  </message>
  <message>
   <source>The words stand in another order.</source>
   <translation>Les mots sont dans un autre ordre.</translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message numerus="yes">
   <source>%n blank side(s) left out, not charged</source>
   <translation>
    <numerusform>%n face vierge laissée de côté, non facturée</numerusform>
    <numerusform>%n faces vierges laissées de côté, non facturées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n check(s)</source>
   <translation>
    <numerusform>%n chèque</numerusform>
    <numerusform>%n chèques</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) of before lie in the folder: take them only if they are of this piece.</source>
   <translation>
    <numerusform>%n fichier plus ancien se trouve dans le dossier : prenez-le seulement s’il vient de cet article.</numerusform>
    <numerusform>%n fichiers plus anciens se trouvent dans le dossier : prenez-les seulement s’ils viennent de cet article.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s) for the customer</source>
   <translation>
    <numerusform>%n page pour le client</numerusform>
    <numerusform>%n pages pour le client</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) shredded</source>
   <translation>
    <numerusform>%n article déchiqueté</numerusform>
    <numerusform>%n articles déchiquetés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) taken off the pile</source>
   <translation>
    <numerusform>%n article retiré de la pile</numerusform>
    <numerusform>%n articles retirés de la pile</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) chosen</source>
   <translation>
    <numerusform>%n tâche choisie</numerusform>
    <numerusform>%n tâches choisies</numerusform>
   </translation>
  </message>
  <message>
   <source>A page cannot be read</source>
   <translation>Une page est illisible</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Compte</translation>
  </message>
  <message>
   <source>Account of the customer</source>
   <translation>Compte du client</translation>
  </message>
  <message>
   <source>Add the check</source>
   <translation>Ajouter le chèque</translation>
  </message>
  <message>
   <source>Address of the bank</source>
   <translation>Adresse de la banque</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Montant</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Back to shelf</source>
   <translation>Remettre sur l’étagère</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>Banque</translation>
  </message>
  <message>
   <source>Bank on the check</source>
   <translation>Banque du chèque</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Par</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Chèque</translation>
  </message>
  <message>
   <source>Checks of this deposit</source>
   <translation>Chèques de ce dépôt</translation>
  </message>
  <message>
   <source>Choose all that may go</source>
   <translation>Choisir tout ce qui peut partir</translation>
  </message>
  <message>
   <source>Choose or leave</source>
   <translation>Choisir ou laisser</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Choisi</translation>
  </message>
  <message>
   <source>Close the envelopes again</source>
   <translation>Refermer les enveloppes</translation>
  </message>
  <message>
   <source>Count the pages</source>
   <translation>Compter les pages</translation>
  </message>
  <message>
   <source>Count the pages of each piece</source>
   <translation>Comptez les pages de chaque article</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Damaged while it was opened</source>
   <translation>Abîmé à l’ouverture</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Dated</source>
   <translation>Daté du</translation>
  </message>
  <message>
   <source>Deposit for {bank} handed over</source>
   <translation>Dépôt pour {bank} remis</translation>
  </message>
  <message>
   <source>Deposited at</source>
   <translation>Déposé chez</translation>
  </message>
  <message>
   <source>Deposits for the carrier</source>
   <translation>Dépôts pour le transporteur</translation>
  </message>
  <message>
   <source>Deposits with a label appear here until the carrier has taken them.</source>
   <translation>Les dépôts étiquetés apparaissent ici jusqu’à leur remise au transporteur.</translation>
  </message>
  <message numerus="yes">
   <source>Discard %n piece(s)</source>
   <translation>
    <numerusform>Éliminer %n article</numerusform>
    <numerusform>Éliminer %n articles</numerusform>
   </translation>
  </message>
  <message>
   <source>Endorsed</source>
   <translation>Endossé</translation>
  </message>
  <message>
   <source>Envelope and postage</source>
   <translation>Enveloppe et affranchissement</translation>
  </message>
  <message>
   <source>Everything is back in its envelope, and each is closed</source>
   <translation>Tout est de nouveau dans son enveloppe, et chacune est refermée</translation>
  </message>
  <message>
   <source>Hold each piece against the screen before it is opened.</source>
   <translation>Comparez chaque article avec l’écran avant de l’ouvrir.</translation>
  </message>
  <message>
   <source>How many pieces are in your hand?</source>
   <translation>Combien d’articles tenez-vous ?</translation>
  </message>
  <message>
   <source>In the piece</source>
   <translation>Dans l’article</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>Avec vos mots</translation>
  </message>
  <message>
   <source>In your own words; the customer reads it</source>
   <translation>Avec vos mots ; le client les lira</translation>
  </message>
  <message>
   <source>It is the same</source>
   <translation>C’est le même</translation>
  </message>
  <message>
   <source>It is the store's own label</source>
   <translation>C’est une étiquette du magasin</translation>
  </message>
  <message>
   <source>Keep blank side</source>
   <translation>Garder la face vierge</translation>
  </message>
  <message>
   <source>Kept until {date}</source>
   <translation>Gardé jusqu’au {date}</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Grande enveloppe</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Lettre</translation>
  </message>
  <message>
   <source>Mail ID or tracking number</source>
   <translation>Identifiant du courrier ou numéro de suivi</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>May be shredded</source>
   <translation>Peut être déchiqueté</translation>
  </message>
  <message>
   <source>Meant for another person</source>
   <translation>Destiné à une autre personne</translation>
  </message>
  <message>
   <source>More than one thing in the envelope</source>
   <translation>Plus d’une chose dans l’enveloppe</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>No check</source>
   <translation>Aucun chèque</translation>
  </message>
  <message>
   <source>No check in this piece</source>
   <translation>Aucun chèque dans cet article</translation>
  </message>
  <message>
   <source>No deposit waits for the carrier</source>
   <translation>Aucun dépôt n’attend le transporteur</translation>
  </message>
  <message>
   <source>Not endorsed</source>
   <translation>Non endossé</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Noted in the piece's history; the customer is written to.</source>
   <translation>Noté dans l’historique de l’article ; le client reçoit un e-mail.</translation>
  </message>
  <message>
   <source>On the pile since</source>
   <translation>Sur la pile depuis</translation>
  </message>
  <message>
   <source>Open the envelopes</source>
   <translation>Ouvrir les enveloppes</translation>
  </message>
  <message>
   <source>Opened by mistake</source>
   <translation>Ouvert par erreur</translation>
  </message>
  <message>
   <source>Over 180 days</source>
   <translation>Plus de 180 jours</translation>
  </message>
  <message numerus="yes">
   <source>PDF of %n page(s)</source>
   <translation>
    <numerusform>PDF de %n page</numerusform>
    <numerusform>PDF de %n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Emballage</translation>
  </message>
  <message>
   <source>Page {n}</source>
   <translation>Page {n}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Pages by piece</source>
   <translation>Pages par article</translation>
  </message>
  <message>
   <source>Pages of the chosen piece</source>
   <translation>Pages de l’article choisi</translation>
  </message>
  <message>
   <source>Pages of the scan</source>
   <translation>Pages de la numérisation</translation>
  </message>
  <message>
   <source>Pages taken out</source>
   <translation>Pages retirées</translation>
  </message>
  <message>
   <source>Paid shred tasks appear here once their pieces are put on the pile.</source>
   <translation>Les tâches de déchiquetage payées apparaissent ici dès que leurs articles sont posés sur la pile.</translation>
  </message>
  <message>
   <source>Pay to the order of</source>
   <translation>À l’ordre de</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Postage</source>
   <translation>Affranchissement</translation>
  </message>
  <message>
   <source>Print the slip</source>
   <translation>Imprimer le bordereau</translation>
  </message>
  <message>
   <source>Put on the shred pile</source>
   <translation>Poser sur la pile à déchiqueter</translation>
  </message>
  <message>
   <source>Read by somebody it is not meant for</source>
   <translation>Lu par quelqu’un à qui il n’est pas destiné</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Signaler</translation>
  </message>
  <message>
   <source>Save the count</source>
   <translation>Enregistrer le nombre</translation>
  </message>
  <message>
   <source>Save the draft</source>
   <translation>Enregistrer le brouillon</translation>
  </message>
  <message>
   <source>Scan each label as the carrier takes it</source>
   <translation>Scannez chaque étiquette quand le transporteur la prend</translation>
  </message>
  <message>
   <source>Scan into the watched folder, drop files here, or take a photo.</source>
   <translation>Numérisez vers le dossier surveillé, déposez des fichiers ici ou prenez une photo.</translation>
  </message>
  <message>
   <source>Scan the pages</source>
   <translation>Numériser les pages</translation>
  </message>
  <message>
   <source>Scan the pages and save them</source>
   <translation>Numérisez les pages et enregistrez-les</translation>
  </message>
  <message>
   <source>Send all the same</source>
   <translation>Envoyer quand même</translation>
  </message>
  <message>
   <source>Send to the customer</source>
   <translation>Envoyer au client</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Set the bank</source>
   <translation>Indiquer la banque</translation>
  </message>
  <message>
   <source>Set the postage</source>
   <translation>Indiquer l’affranchissement</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Déchiqueter</translation>
  </message>
  <message>
   <source>Shred pile</source>
   <translation>Pile à déchiqueter</translation>
  </message>
  <message>
   <source>Something went wrong with a piece</source>
   <translation>Un incident avec un article</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Take from the folder</source>
   <translation>Prendre dans le dossier</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>Retirer de la liste</translation>
  </message>
  <message>
   <source>Take off the pile</source>
   <translation>Retirer de la pile</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Tasks on the shred pile</source>
   <translation>Tâches sur la pile à déchiqueter</translation>
  </message>
  <message>
   <source>The bank has a PO box: only USPS Priority Mail goes there.</source>
   <translation>La banque a une boîte postale : seul USPS Priority Mail peut y aller.</translation>
  </message>
  <message>
   <source>The envelopes are open</source>
   <translation>Les enveloppes sont ouvertes</translation>
  </message>
  <message>
   <source>The label is on it</source>
   <translation>L’étiquette est posée</translation>
  </message>
  <message>
   <source>The shred pile is empty</source>
   <translation>La pile à déchiqueter est vide</translation>
  </message>
  <message>
   <source>The slip is printed once more.</source>
   <translation>Le bordereau est imprimé une nouvelle fois.</translation>
  </message>
  <message numerus="yes">
   <source>Throw %n piece(s) away for good?</source>
   <translation>
    <numerusform>Jeter définitivement %n article ?</numerusform>
    <numerusform>Jeter définitivement %n articles ?</numerusform>
   </translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Jeter</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Numéro de suivi</translation>
  </message>
  <message>
   <source>Turn left</source>
   <translation>Tourner à gauche</translation>
  </message>
  <message>
   <source>Turn right</source>
   <translation>Tourner à droite</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Peser</translation>
  </message>
  <message>
   <source>Weigh the envelope and set the postage</source>
   <translation>Pesez l’enveloppe et indiquez l’affranchissement</translation>
  </message>
  <message>
   <source>Weight in grams</source>
   <translation>Poids en grammes</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Ce qui est arrivé</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Ce qui a été trouvé</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Pourquoi</translation>
  </message>
  <message>
   <source>With a photo</source>
   <translation>Avec une photo</translation>
  </message>
  <message>
   <source>Working on the pages</source>
   <translation>Traitement des pages</translation>
  </message>
  <message>
   <source>Write the checks down</source>
   <translation>Relever les chèques</translation>
  </message>
  <message>
   <source>Write the checks down and print the slip</source>
   <translation>Relevez les chèques et imprimez le bordereau</translation>
  </message>
  <message>
   <source>blank</source>
   <translation>vierge</translation>
  </message>
  <message>
   <source>blank, kept</source>
   <translation>vierge, gardée</translation>
  </message>
  <message>
   <source>blank, left out</source>
   <translation>vierge, laissée de côté</translation>
  </message>
  <message>
   <source>goes back to its shelf</source>
   <translation>retourne à son étagère</translation>
  </message>
  <message>
   <source>not saved yet</source>
   <translation>pas encore enregistré</translation>
  </message>
  <message>
   <source>turned by {degrees} degrees</source>
   <translation>tournée de {degrees} degrés</translation>
  </message>
  <message>
   <source>{count} of {most} checks · {total}</source>
   <translation>{count} chèques sur {most} · {total}</translation>
  </message>
  <message>
   <source>“For Deposit Only” is on its back</source>
   <translation>« For Deposit Only » figure au dos</translation>
  </message>
 </context>
 <context>
  <name>Pickups</name>
  <message numerus="yes">
   <source>%n customer(s)</source>
   <translation>
    <numerusform>%n client</numerusform>
    <numerusform>%n clients</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n jour</numerusform>
    <numerusform>%n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n heure</numerusform>
    <numerusform>%n heures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not found</source>
   <translation>
    <numerusform>%n introuvable</numerusform>
    <numerusform>%n introuvables</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accepter</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message numerus="yes">
   <source>Add all %n other(s)</source>
   <translation>
    <numerusform>Ajouter %n autre</numerusform>
    <numerusform>Ajouter les %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>Add this piece</source>
   <translation>Ajouter cet article</translation>
  </message>
  <message>
   <source>Agree on a time with the customer</source>
   <translation>Convenir d’une heure avec le client</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Tous</translation>
  </message>
  <message>
   <source>Allowed to collect</source>
   <translation>Peuvent retirer</translation>
  </message>
  <message>
   <source>Approval pending</source>
   <translation>Approbation en attente</translation>
  </message>
  <message>
   <source>Ask for it first</source>
   <translation>Demandez-la d’abord</translation>
  </message>
  <message>
   <source>Asked for again; the answer comes with the next exchange</source>
   <translation>Redemandé ; la réponse vient avec le prochain échange</translation>
  </message>
  <message>
   <source>At the counter</source>
   <translation>Au comptoir</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Brought to the counter</source>
   <translation>Apporté au comptoir</translation>
  </message>
  <message>
   <source>Can be declined from {day} on</source>
   <translation>Peut être refusé à partir du {day}</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Card declined</source>
   <translation>Carte refusée</translation>
  </message>
  <message>
   <source>Card declined: ask the customer to update the payment method.</source>
   <translation>Carte refusée : demandez au client de mettre à jour le mode de paiement.</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Charge again</source>
   <translation>Redemander</translation>
  </message>
  <message>
   <source>Charge later</source>
   <translation>Débiter plus tard</translation>
  </message>
  <message>
   <source>Charge later (up to {limit})</source>
   <translation>Débiter plus tard (jusqu’à {limit})</translation>
  </message>
  <message>
   <source>Charge the card</source>
   <translation>Débiter la carte</translation>
  </message>
  <message>
   <source>Charge {amount}</source>
   <translation>Débiter {amount}</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Chèque</translation>
  </message>
  <message>
   <source>Check a photo ID</source>
   <translation>Vérifier une pièce d’identité</translation>
  </message>
  <message>
   <source>Check a photo ID before handing over</source>
   <translation>Vérifiez d’abord la pièce d’identité</translation>
  </message>
  <message>
   <source>Checking {amount}…</source>
   <translation>Vérification de {amount}…</translation>
  </message>
  <message>
   <source>Checking… The bank has not answered. Nothing leaves before it does.</source>
   <translation>Vérification… La banque n’a pas répondu. Rien ne sort avant sa réponse.</translation>
  </message>
  <message>
   <source>Checking… There is no internet, so no answer can come.</source>
   <translation>Vérification… Il n’y a pas d’internet, donc pas de réponse possible.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Fermée</translation>
  </message>
  <message>
   <source>Collected by</source>
   <translation>Retiré par</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Regroupé</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Customer told</source>
   <translation>Client prévenu</translation>
  </message>
  <message>
   <source>Customers with pieces waiting</source>
   <translation>Clients dont des articles attendent</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Jour</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Decline it</source>
   <translation>La refuser</translation>
  </message>
  <message>
   <source>Decline pickup</source>
   <translation>Refuser le ramassage</translation>
  </message>
  <message>
   <source>Decline that task</source>
   <translation>Refuser cette tâche</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Refusé</translation>
  </message>
  <message>
   <source>Declined: its pieces are free again and its customer is told</source>
   <translation>Refusée : ses articles sont libres et son client est prévenu</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livré</translation>
  </message>
  <message>
   <source>Deposited</source>
   <translation>Déposé</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Éliminé</translation>
  </message>
  <message>
   <source>Driver licence</source>
   <translation>Permis</translation>
  </message>
  <message>
   <source>Everything is done. Hand the pieces over.</source>
   <translation>Tout est fait. Remettez les articles.</translation>
  </message>
  <message>
   <source>Expected {when}</source>
   <translation>Attendu : {when}</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expirée</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Frais</translation>
  </message>
  <message>
   <source>Fee checking</source>
   <translation>Frais en vérification</translation>
  </message>
  <message>
   <source>Find somebody who may collect</source>
   <translation>Trouver quelqu’un qui peut retirer</translation>
  </message>
  <message>
   <source>First the ID and every piece, then the fee.</source>
   <translation>D’abord la pièce d’identité et chaque article, puis les frais.</translation>
  </message>
  <message>
   <source>For all pieces of this pickup. If the paper names single ones, scan those now.</source>
   <translation>Pour tous les articles de ce ramassage. Si la procuration en nomme certains, scannez-les maintenant.</translation>
  </message>
  <message>
   <source>Form renewal due</source>
   <translation>Formulaire à renouveler</translation>
  </message>
  <message>
   <source>Former holder</source>
   <translation>Ancien titulaire</translation>
  </message>
  <message>
   <source>Get a signature</source>
   <translation>Faire signer</translation>
  </message>
  <message>
   <source>Give up the fee</source>
   <translation>Abandonner les frais</translation>
  </message>
  <message>
   <source>Give up what is owed</source>
   <translation>Abandonner ce qui est dû</translation>
  </message>
  <message>
   <source>Give up…</source>
   <translation>Abandonner…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>Y aller</translation>
  </message>
  <message>
   <source>Good until</source>
   <translation>Valable jusqu’au</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>Hand over to {name}</source>
   <translation>Remettre à {name}</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Remis</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>How did the customer get them? No fee.</source>
   <translation>Comment le client les a-t-il eus ? Sans frais.</translation>
  </message>
  <message>
   <source>In a task</source>
   <translation>Dans une tâche</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>En cours</translation>
  </message>
  <message>
   <source>Keep the paper</source>
   <translation>Conserver la procuration</translation>
  </message>
  <message>
   <source>Kept here after all</source>
   <translation>Finalement gardé ici</translation>
  </message>
  <message>
   <source>Kind of photo ID, or scan a licence, a passport or an ID card</source>
   <translation>Type de pièce avec photo, ou scannez un permis, un passeport ou une carte d’identité</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Grande enveloppe</translation>
  </message>
  <message>
   <source>Late · {when}</source>
   <translation>En retard · {when}</translation>
  </message>
  <message>
   <source>Late: expected {when}</source>
   <translation>En retard : {when}</translation>
  </message>
  <message>
   <source>Leave in progress</source>
   <translation>Laisser en cours</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Laisser</translation>
  </message>
  <message>
   <source>Leave this pickup in progress, or put the pieces back?</source>
   <translation>Laisser ce ramassage en cours, ou ranger les articles ?</translation>
  </message>
  <message>
   <source>Leave this pickup to the other clerks</source>
   <translation>Laisser ce ramassage aux collègues</translation>
  </message>
  <message>
   <source>Leave to others</source>
   <translation>Laisser aux collègues</translation>
  </message>
  <message>
   <source>Leave what the paper does not name</source>
   <translation>Laisser ce que la procuration ne nomme pas</translation>
  </message>
  <message>
   <source>Left for another pickup</source>
   <translation>Laissé pour un autre ramassage</translation>
  </message>
  <message>
   <source>Left for tomorrow</source>
   <translation>Reporté à demain</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Lettre</translation>
  </message>
  <message>
   <source>Letters, once a visit</source>
   <translation>Lettres, une fois par visite</translation>
  </message>
  <message>
   <source>Letters, paid in this visit already</source>
   <translation>Lettres, déjà payées lors de cette visite</translation>
  </message>
  <message>
   <source>Magazine</source>
   <translation>Magazine</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Fiche de la boîte</translation>
  </message>
  <message>
   <source>Mailbox on the paper</source>
   <translation>Boîte indiquée</translation>
  </message>
  <message>
   <source>Mark as picked up</source>
   <translation>Marquer comme remis</translation>
  </message>
  <message>
   <source>Mark the pieces as picked up, without a fee</source>
   <translation>Marquer les articles comme remis, sans frais</translation>
  </message>
  <message>
   <source>Marked as picked up</source>
   <translation>Marqué comme remis</translation>
  </message>
  <message>
   <source>Marked for its sender</source>
   <translation>À retourner à l’expéditeur</translation>
  </message>
  <message>
   <source>Military ID</source>
   <translation>Carte militaire</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Perdu</translation>
  </message>
  <message>
   <source>More pieces</source>
   <translation>Plus d’articles</translation>
  </message>
  <message>
   <source>Moved to another mailbox</source>
   <translation>Transféré à une autre boîte</translation>
  </message>
  <message>
   <source>New pickup</source>
   <translation>Nouveau ramassage</translation>
  </message>
  <message>
   <source>New pickup: find the customer</source>
   <translation>Nouveau ramassage : cherchez le client</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>Pas encore de photo</translation>
  </message>
  <message>
   <source>No piece to hand over</source>
   <translation>Aucun article à remettre</translation>
  </message>
  <message>
   <source>No piece waits for anybody</source>
   <translation>Aucun article n’attend</translation>
  </message>
  <message>
   <source>Nobody is waiting here</source>
   <translation>Personne n’attend ici</translation>
  </message>
  <message>
   <source>Nobody signs</source>
   <translation>Personne ne signe</translation>
  </message>
  <message>
   <source>Nobody signs? Then nothing leaves, and the pieces go back.</source>
   <translation>Personne ne signe ? Alors rien ne sort, et les articles sont rangés.</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Non approuvée</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Introuvable</translation>
  </message>
  <message>
   <source>Not found on its shelf</source>
   <translation>Introuvable sur son étagère</translation>
  </message>
  <message>
   <source>Not in pickup</source>
   <translation>Hors du ramassage</translation>
  </message>
  <message>
   <source>Not on the shelf</source>
   <translation>Pas sur l’étagère</translation>
  </message>
  <message>
   <source>Nothing due</source>
   <translation>Rien à payer</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>Only for: {pieces}</source>
   <translation>Seulement pour : {pieces}</translation>
  </message>
  <message>
   <source>Other photo ID</source>
   <translation>Autre pièce</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Dû</translation>
  </message>
  <message>
   <source>PMB {mailbox}</source>
   <translation>PMB {mailbox}</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Colis</translation>
  </message>
  <message>
   <source>Packages, {count} × {price}</source>
   <translation>Colis, {count} × {price}</translation>
  </message>
  <message>
   <source>Paid, to hand over</source>
   <translation>Payé, à remettre</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>Passeport</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Paiement refusé</translation>
  </message>
  <message>
   <source>Photo ID</source>
   <translation>Pièce d’identité</translation>
  </message>
  <message>
   <source>Photo of the paper</source>
   <translation>Photographier</translation>
  </message>
  <message>
   <source>Photo of the signed paper</source>
   <translation>Photo de la procuration signée</translation>
  </message>
  <message>
   <source>Picked up…</source>
   <translation>Déjà remis…</translation>
  </message>
  <message>
   <source>Pickup asked for</source>
   <translation>Ramassage demandé</translation>
  </message>
  <message>
   <source>Pickup declined</source>
   <translation>Ramassage refusé</translation>
  </message>
  <message>
   <source>Pickup of {name} declined; its pieces are free again</source>
   <translation>Ramassage de {name} refusé ; ses articles sont de nouveau libres</translation>
  </message>
  <message>
   <source>Pickup of {name} left to the others</source>
   <translation>Ramassage de {name} laissé à l’équipe</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Ramassages</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Pieces of this pickup</source>
   <translation>Articles de ce ramassage</translation>
  </message>
  <message>
   <source>Pieces on the shelf and pickups that customers ask for appear here.</source>
   <translation>Les articles sur l’étagère et les ramassages demandés par les clients apparaissent ici.</translation>
  </message>
  <message>
   <source>Postcard</source>
   <translation>Carte postale</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Put back: the pieces stay kept for this pickup</source>
   <translation>Rangé : les articles restent réservés à ce ramassage</translation>
  </message>
  <message>
   <source>Put into a pickup</source>
   <translation>Mis dans un ramassage</translation>
  </message>
  <message>
   <source>Put on a shelf</source>
   <translation>Mis sur une étagère</translation>
  </message>
  <message>
   <source>Put the wrong piece back</source>
   <translation>Rangez le mauvais article</translation>
  </message>
  <message>
   <source>Put to its mailbox</source>
   <translation>Mis dans sa boîte</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Prêt</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Réceptionné</translation>
  </message>
  <message>
   <source>Refuses to sign</source>
   <translation>Refuse de signer</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Rejetée</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Retourné</translation>
  </message>
  <message>
   <source>Returned to its sender</source>
   <translation>Retourné à l’expéditeur</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scanner chaque article</translation>
  </message>
  <message>
   <source>Scan the pieces that you bring to the counter</source>
   <translation>Scannez les articles que vous apportez au comptoir</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanné</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Prévu</translation>
  </message>
  <message>
   <source>Set the time</source>
   <translation>Fixer l’heure</translation>
  </message>
  <message>
   <source>Settle the fee</source>
   <translation>Régler les frais</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Expédié</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Déchiqueté</translation>
  </message>
  <message>
   <source>Sign after all</source>
   <translation>Signer quand même</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Signature of the collector</source>
   <translation>Signature de la personne qui retire</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Signé</translation>
  </message>
  <message>
   <source>Somebody brings a written authorisation</source>
   <translation>Quelqu’un apporte une procuration écrite</translation>
  </message>
  <message>
   <source>Somebody else: the name as it stands on the ID</source>
   <translation>Quelqu’un d’autre : le nom tel qu’il figure sur la pièce</translation>
  </message>
  <message>
   <source>State ID</source>
   <translation>Carte d’identité</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Stay</source>
   <translation>Rester</translation>
  </message>
  <message>
   <source>Stays here</source>
   <translation>Reste ici</translation>
  </message>
  <message>
   <source>Still to do</source>
   <translation>Reste à faire</translation>
  </message>
  <message>
   <source>Take it too</source>
   <translation>Prendre aussi</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>The fee is given up</source>
   <translation>Les frais sont abandonnés</translation>
  </message>
  <message>
   <source>There is no internet: the card cannot be charged now.</source>
   <translation>Il n’y a pas d’internet : la carte ne peut pas être débitée maintenant.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Heure</translation>
  </message>
  <message>
   <source>Time…</source>
   <translation>Heure…</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>À scanner</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tracking no.</source>
   <translation>N° de suivi</translation>
  </message>
  <message>
   <source>Tribal ID</source>
   <translation>Carte tribale</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Non attribué</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Attente</translation>
  </message>
  <message>
   <source>Waiting long</source>
   <translation>Attend depuis longtemps</translation>
  </message>
  <message>
   <source>Weighed</source>
   <translation>Pesé</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Poids</translation>
  </message>
  <message>
   <source>Who is it? These may collect:</source>
   <translation>Qui est-ce ? Peuvent retirer :</translation>
  </message>
  <message>
   <source>Who may collect, as on the paper</source>
   <translation>Qui peut retirer, selon la procuration</translation>
  </message>
  <message>
   <source>Why do you take it over?</source>
   <translation>Pourquoi le reprenez-vous ?</translation>
  </message>
  <message>
   <source>Why does the store give this fee up?</source>
   <translation>Pourquoi le centre abandonne-t-il ces frais ?</translation>
  </message>
  <message>
   <source>Why? The customer is told.</source>
   <translation>Pourquoi ? Le client en est informé.</translation>
  </message>
  <message>
   <source>With a driver</source>
   <translation>Chez un chauffeur</translation>
  </message>
  <message>
   <source>a fee</source>
   <translation>des frais</translation>
  </message>
  <message>
   <source>asked for by the customer</source>
   <translation>demandé par le client</translation>
  </message>
  <message>
   <source>check deposit</source>
   <translation>dépôt de chèque</translation>
  </message>
  <message>
   <source>consolidation</source>
   <translation>regroupement</translation>
  </message>
  <message>
   <source>discarding</source>
   <translation>élimination</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fait</translation>
  </message>
  <message>
   <source>open and scan</source>
   <translation>numérisation</translation>
  </message>
  <message>
   <source>personal delivery</source>
   <translation>livraison personnelle</translation>
  </message>
  <message>
   <source>pickup</source>
   <translation>ramassage</translation>
  </message>
  <message>
   <source>shipping</source>
   <translation>expédition</translation>
  </message>
  <message>
   <source>shredding</source>
   <translation>déchiquetage</translation>
  </message>
  <message>
   <source>walk-in</source>
   <translation>sans rendez-vous</translation>
  </message>
  <message>
   <source>written authorisation</source>
   <translation>procuration écrite</translation>
  </message>
  <message>
   <source>{amount} is charged later</source>
   <translation>{amount} à débiter plus tard</translation>
  </message>
  <message>
   <source>{amount} is owed: the card was declined after the pieces had left.</source>
   <translation>{amount} restent dus : la carte a été refusée après la remise des articles.</translation>
  </message>
  <message>
   <source>{amount} paid</source>
   <translation>{amount} payés</translation>
  </message>
  <message>
   <source>{days} d</source>
   <translation>{days} j</translation>
  </message>
  <message>
   <source>{done} of {pieces} at the counter for {name}</source>
   <translation>{done} sur {pieces} au comptoir pour {name}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{mail_id} belongs to this mailbox but not to this pickup. Take it too?</source>
   <translation>{mail_id} est de cette boîte mais pas de ce ramassage. Le prendre aussi ?</translation>
  </message>
  <message>
   <source>{mail_id} is in another task: {task}, PMB {mailbox}.</source>
   <translation>{mail_id} est dans une autre tâche : {task}, boîte {mailbox}.</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{name} is expected {when}</source>
   <translation>{name} est attendu : {when}</translation>
  </message>
  <message>
   <source>{name} is expected, without a fixed time</source>
   <translation>{name} est attendu, sans heure fixe</translation>
  </message>
  <message>
   <source>{name} signs for {pieces}</source>
   <translation>{name} signe pour {pieces}</translation>
  </message>
  <message>
   <source>{pieces} at the counter for {name}: ready, the customer is told</source>
   <translation>{pieces} au comptoir pour {name} : prêt, le client est prévenu</translation>
  </message>
  <message>
   <source>{pieces} handed to {name}</source>
   <translation>{pieces} : remis à {name}</translation>
  </message>
  <message>
   <source>{pieces} of {name} marked as picked up, without a fee</source>
   <translation>{pieces} de {name} : marqués comme remis, sans frais</translation>
  </message>
  <message>
   <source>{pieces} waiting for {customers} · oldest {age}</source>
   <translation>{pieces} en attente pour {customers} · le plus ancien {age}</translation>
  </message>
  <message>
   <source>{scanned} of {all} scanned</source>
   <translation>{scanned} sur {all} scannés</translation>
  </message>
 </context>
 <context>
  <name>PrintQueue</name>
  <message numerus="yes">
   <source>%n paper(s) owed</source>
   <translation>
    <numerusform>%n document à imprimer</numerusform>
    <numerusform>%n documents à imprimer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to be answered</source>
   <translation>
    <numerusform>%n réponse attendue</numerusform>
    <numerusform>%n réponses attendues</numerusform>
   </translation>
  </message>
  <message>
   <source>Did it come out?</source>
   <translation>Est-ce sorti ?</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Imprimé</translation>
  </message>
  <message>
   <source>Everything is printed</source>
   <translation>Tout est imprimé</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Échoué</translation>
  </message>
  <message>
   <source>Good: it came out.</source>
   <translation>Bien : c’est sorti.</translation>
  </message>
  <message>
   <source>How the label looks</source>
   <translation>Aperçu de l’étiquette</translation>
  </message>
  <message>
   <source>It is printed again.</source>
   <translation>C’est imprimé de nouveau.</translation>
  </message>
  <message>
   <source>It is printed as soon as the printer is ready.</source>
   <translation>Ce sera imprimé dès que l’imprimante est prête.</translation>
  </message>
  <message>
   <source>Labels and receipts are printed by themselves. One that could not be printed stays here until it is.</source>
   <translation>Les étiquettes et les reçus s’impriment d’eux-mêmes. Ce qui n’a pas pu être imprimé reste ici jusqu’à ce que ce soit fait.</translation>
  </message>
  <message>
   <source>No paper waits</source>
   <translation>Aucun document n’attend</translation>
  </message>
  <message>
   <source>No picture of this paper</source>
   <translation>Pas d’image de ce document</translation>
  </message>
  <message>
   <source>No such printer is set up on this computer. It waits.</source>
   <translation>Cette imprimante n’est pas installée sur cet ordinateur. Le document attend.</translation>
  </message>
  <message>
   <source>No, print again</source>
   <translation>Non, réimprimer</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>À imprimer</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>File d’impression</translation>
  </message>
  <message>
   <source>Print this again</source>
   <translation>Réimprimer</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Imprimante</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>En impression</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Depuis</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Tries</source>
   <translation>Essais</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Yes, it came out</source>
   <translation>Oui, c’est sorti</translation>
  </message>
  <message>
   <source>Yes, it did</source>
   <translation>Oui, c’est sorti</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop: {title}</source>
   <translation>Arrêter : {title}</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>{count} waiting</source>
   <translation>{count} en attente</translation>
  </message>
 </context>
 <context>
  <name>Receive</name>
  <message numerus="yes">
   <source>%n letter(s) in this stack</source>
   <translation>
    <numerusform>%n lettre dans cette pile</numerusform>
    <numerusform>%n lettres dans cette pile</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) on the shelf</source>
   <translation>
    <numerusform>%n article sur l’étagère</numerusform>
    <numerusform>%n articles sur l’étagère</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n without a mailbox</source>
   <translation>
    <numerusform>%n sans boîte</numerusform>
    <numerusform>%n sans boîte</numerusform>
   </translation>
  </message>
  <message>
   <source>A stack of letters</source>
   <translation>Une pile de lettres</translation>
  </message>
  <message>
   <source>Accountable</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>As it is written there</source>
   <translation>Tel qu’il y est écrit</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Attribuer</translation>
  </message>
  <message>
   <source>Back to its sender</source>
   <translation>À l’expéditeur</translation>
  </message>
  <message>
   <source>Camera: {trouble}</source>
   <translation>Caméra : {trouble}</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Count what the carrier brings</source>
   <translation>Comptez ce que le transporteur apporte</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Chauffeur</translation>
  </message>
  <message>
   <source>Drop at hand</source>
   <translation>Dépôt en cours</translation>
  </message>
  <message>
   <source>Each piece that you receive shows here.</source>
   <translation>Chaque article que vous réceptionnez apparaît ici.</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>For example: delivered again after a return</source>
   <translation>Par exemple : livré de nouveau après un retour</translation>
  </message>
  <message>
   <source>For example: one piece was torn and went back</source>
   <translation>Par exemple : un envoi déchiré est reparti</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Pour qui</translation>
  </message>
  <message>
   <source>For {name}</source>
   <translation>Pour {name}</translation>
  </message>
  <message>
   <source>Is it {name}? Look at the piece.</source>
   <translation>Est-ce {name} ? Regardez l’article.</translation>
  </message>
  <message>
   <source>Keep as unassigned</source>
   <translation>Garder non attribué</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Abandonner</translation>
  </message>
  <message>
   <source>Mail received</source>
   <translation>Courrier reçu</translation>
  </message>
  <message>
   <source>Mailbox number</source>
   <translation>Numéro de boîte</translation>
  </message>
  <message>
   <source>Mailbox number or name</source>
   <translation>Numéro de boîte ou nom</translation>
  </message>
  <message>
   <source>More than one name is as near. Is it {name}? Look at the piece.</source>
   <translation>Plusieurs noms sont aussi proches. Est-ce {name} ? Regardez l’article.</translation>
  </message>
  <message>
   <source>Move it</source>
   <translation>Transférer</translation>
  </message>
  <message>
   <source>Move {mail_id} to the right mailbox</source>
   <translation>Transférer {mail_id} à la bonne boîte</translation>
  </message>
  <message>
   <source>Name on the piece</source>
   <translation>Nom sur l’article</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Noms sur le formulaire 1583</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nouveau</translation>
  </message>
  <message>
   <source>New drop</source>
   <translation>Nouveau dépôt</translation>
  </message>
  <message>
   <source>No drop is open</source>
   <translation>Aucun dépôt ouvert</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>Sans nom</translation>
  </message>
  <message>
   <source>No name on the Form 1583: nothing may be inserted</source>
   <translation>Aucun nom sur le formulaire 1583 : rien ne peut être inséré</translation>
  </message>
  <message>
   <source>No photo</source>
   <translation>Pas de photo</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>Pas encore de photo</translation>
  </message>
  <message>
   <source>No piece without a mailbox</source>
   <translation>Aucun article sans boîte</translation>
  </message>
  <message>
   <source>No: {why}</source>
   <translation>Non : {why}</translation>
  </message>
  <message>
   <source>None of them</source>
   <translation>Aucun d’eux</translation>
  </message>
  <message>
   <source>Not on the form so far</source>
   <translation>Pas encore sur le formulaire</translation>
  </message>
  <message>
   <source>Not taken in: give the piece back to its carrier</source>
   <translation>Pas pris : rendez l’article à son transporteur</translation>
  </message>
  <message>
   <source>Nothing has come in today</source>
   <translation>Rien n’est arrivé aujourd’hui</translation>
  </message>
  <message>
   <source>Nothing on the shelf</source>
   <translation>Rien sur l’étagère</translation>
  </message>
  <message>
   <source>On the form: {name}</source>
   <translation>Sur le formulaire : {name}</translation>
  </message>
  <message>
   <source>One piece</source>
   <translation>Un envoi</translation>
  </message>
  <message>
   <source>Open the drop</source>
   <translation>Ouvrir le dépôt</translation>
  </message>
  <message>
   <source>Ounces</source>
   <translation>Onces</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Photo of the letter</source>
   <translation>Photo de la lettre</translation>
  </message>
  <message>
   <source>Photo of the piece</source>
   <translation>Photo de l’article</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Envois</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Port dû</translation>
  </message>
  <message>
   <source>Pounds</source>
   <translation>Livres</translation>
  </message>
  <message>
   <source>Read the barcode from the photo</source>
   <translation>Lire le code-barres de la photo</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motif</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>Réceptionner</translation>
  </message>
  <message>
   <source>Received pieces</source>
   <translation>Articles réceptionnés</translation>
  </message>
  <message>
   <source>Return it</source>
   <translation>Retourner</translation>
  </message>
  <message>
   <source>Scale: moving</source>
   <translation>Balance : en mouvement</translation>
  </message>
  <message>
   <source>Scale: no weight yet</source>
   <translation>Balance : sans poids</translation>
  </message>
  <message>
   <source>Scale: nothing on it</source>
   <translation>Balance : vide</translation>
  </message>
  <message>
   <source>Scale: {trouble}</source>
   <translation>Balance : {trouble}</translation>
  </message>
  <message>
   <source>Scale: {weight}</source>
   <translation>Balance : {weight}</translation>
  </message>
  <message>
   <source>Scan it</source>
   <translation>Scannez-le</translation>
  </message>
  <message>
   <source>Scan it, or type it and press Enter</source>
   <translation>Scannez-le, ou tapez-le puis Entrée</translation>
  </message>
  <message>
   <source>Scan the piece, say whose it is, put it on its shelf</source>
   <translation>Scannez l’article, dites pour qui il est, rangez-le sur son étagère</translation>
  </message>
  <message>
   <source>Scan the tracking number, then type the mailbox or the name. What may be done shows here at once.</source>
   <translation>Scannez le numéro de suivi, puis saisissez la boîte ou le nom. Ce qui est permis s’affiche ici aussitôt.</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Expéditeur</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Shelf {shelf}: scan the pieces that lie there. Esc ends it.</source>
   <translation>Étagère {shelf} : scannez les envois qui s’y trouvent. Échap termine.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Space: picture. Enter: insert. A letter: another name. Digits: another mailbox.</source>
   <translation>Espace : photo. Entrée : insérer. Une lettre : autre nom. Des chiffres : autre boîte.</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>Solder</translation>
  </message>
  <message>
   <source>Square it</source>
   <translation>Solder</translation>
  </message>
  <message>
   <source>Square the drop</source>
   <translation>Solder le dépôt</translation>
  </message>
  <message>
   <source>Stack of letters</source>
   <translation>Pile de lettres</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>The drop of {carrier} is squared: {done} of {all}</source>
   <translation>Le dépôt de {carrier} est soldé : {done} sur {all}</translation>
  </message>
  <message>
   <source>The form is empty again</source>
   <translation>La saisie est de nouveau vide</translation>
  </message>
  <message>
   <source>The number first. Ctrl+B goes back to one piece.</source>
   <translation>D’abord le numéro. Ctrl+B revient à un seul envoi.</translation>
  </message>
  <message>
   <source>The piece in hand</source>
   <translation>L’article en main</translation>
  </message>
  <message>
   <source>This is no photo</source>
   <translation>Ce n’est pas une photo</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Numéro de suivi</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Type mailbox and name as they stand on the piece and receive it: it is checked later.</source>
   <translation>Saisissez la boîte et le nom tels qu’ils figurent sur l’article et réceptionnez-le : il sera vérifié plus tard.</translation>
  </message>
  <message>
   <source>Type the name on the piece, or press its Ctrl key</source>
   <translation>Saisissez le nom sur l’article, ou pressez sa touche Ctrl</translation>
  </message>
  <message>
   <source>U: none of them, keep it as unassigned. Digits: another mailbox.</source>
   <translation>U : aucun d’eux, gardez-la non attribuée. Des chiffres : autre boîte.</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Non attribué</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Peser</translation>
  </message>
  <message>
   <source>What you keep as unassigned waits here.</source>
   <translation>Ce que vous gardez non attribué attend ici.</translation>
  </message>
  <message>
   <source>Which holder stands on the letter?</source>
   <translation>Quel titulaire figure sur la lettre ?</translation>
  </message>
  <message>
   <source>Which name stands on it? Press its letter.</source>
   <translation>Quel nom y figure ? Appuyez sur sa lettre.</translation>
  </message>
  <message>
   <source>Whose is {mail_id}?</source>
   <translation>À qui est {mail_id} ?</translation>
  </message>
  <message>
   <source>Whose letters are they?</source>
   <translation>À qui sont ces lettres ?</translation>
  </message>
  <message>
   <source>Whose piece is it?</source>
   <translation>À qui est cet article ?</translation>
  </message>
  <message>
   <source>Why the count differs</source>
   <translation>Pourquoi le compte diffère</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Oui</translation>
  </message>
  <message>
   <source>Yes, but: {why}</source>
   <translation>Oui, mais : {why}</translation>
  </message>
  <message>
   <source>Yes, it is {name}</source>
   <translation>Oui, c’est {name}</translation>
  </message>
  <message>
   <source>Yes: insert it.</source>
   <translation>Oui : insérez-le.</translation>
  </message>
  <message>
   <source>You say that it is {name}</source>
   <translation>Vous dites que c’est {name}</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n de plus</numerusform>
    <numerusform>et %n de plus</numerusform>
   </translation>
  </message>
  <message>
   <source>check digit wrong</source>
   <translation>chiffre de contrôle faux</translation>
  </message>
  <message>
   <source>not weighed</source>
   <translation>pas pesé</translation>
  </message>
  <message numerus="yes">
   <source>{carrier}: %n piece(s) to insert</source>
   <translation>
    <numerusform>{carrier} : %n envoi à insérer</numerusform>
    <numerusform>{carrier} : %n envois à insérer</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {all} inserted</source>
   <translation>{done} sur {all} insérés</translation>
  </message>
  <message>
   <source>{mail_id} belongs to {mailbox} now · label printing</source>
   <translation>{mail_id} est maintenant à {mailbox} · l’étiquette s’imprime</translation>
  </message>
  <message>
   <source>{mail_id} for {mailbox}</source>
   <translation>{mail_id} pour {mailbox}</translation>
  </message>
  <message>
   <source>{mail_id} goes back to its sender · label printing</source>
   <translation>{mail_id} repart à l’expéditeur · étiquette en cours</translation>
  </message>
  <message>
   <source>{mail_id} goes back, the customer is told · label printing</source>
   <translation>{mail_id} repart, le client est prévenu · étiquette en cours</translation>
  </message>
  <message>
   <source>{mail_id} is kept apart, the customer is told · label printing</source>
   <translation>{mail_id} est gardé à part, le client est prévenu · étiquette en cours</translation>
  </message>
  <message>
   <source>{mail_id} is kept as unassigned</source>
   <translation>{mail_id} est gardé non attribué</translation>
  </message>
  <message>
   <source>{mail_id} is taken back; throw its label away</source>
   <translation>{mail_id} est annulé ; jetez son étiquette</translation>
  </message>
  <message>
   <source>{mail_id} is taken in, to be checked</source>
   <translation>{mail_id} est réceptionné, à vérifier</translation>
  </message>
  <message>
   <source>{mail_id} lies on {shelf}</source>
   <translation>{mail_id} est sur {shelf}</translation>
  </message>
  <message>
   <source>{mail_id} stays here as unassigned; throw its label away</source>
   <translation>{mail_id} reste ici, non attribué ; jetez son étiquette</translation>
  </message>
  <message>
   <source>{mailbox}, to be checked</source>
   <translation>{mailbox}, à vérifier</translation>
  </message>
  <message>
   <source>{seen} of {all} accountable</source>
   <translation>{seen} sur {all} avec signature</translation>
  </message>
  <message>
   <source>{text} · label printing</source>
   <translation>{text} · l’étiquette s’imprime</translation>
  </message>
  <message>
   <source>↓ shows the last ones</source>
   <translation>↓ montre les derniers</translation>
  </message>
 </context>
 <context>
  <name>Returns</name>
  <message>
   <source>Back to its sender</source>
   <translation>À l’expéditeur</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Avant</translation>
  </message>
  <message>
   <source>Goes back</source>
   <translation>À retourner</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Remis</translation>
  </message>
  <message>
   <source>Keep it here</source>
   <translation>Garder ici</translation>
  </message>
  <message>
   <source>Kept apart</source>
   <translation>Gardé à part</translation>
  </message>
  <message>
   <source>Label again</source>
   <translation>Réimprimer</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>En retard</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Mark it, print the label</source>
   <translation>Marquer et imprimer</translation>
  </message>
  <message>
   <source>Not for a shelf here</source>
   <translation>Pas pour une étagère d’ici</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Nothing goes back</source>
   <translation>Rien à retourner</translation>
  </message>
  <message>
   <source>Nothing waits for a carrier.</source>
   <translation>Rien n’attend de transporteur.</translation>
  </message>
  <message>
   <source>On hold: keep it until there is an instruction</source>
   <translation>Suspendue : à garder jusqu’à une instruction</translation>
  </message>
  <message>
   <source>On the label: {words}</source>
   <translation>Sur l’étiquette : {words}</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>Sur la liste</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Envoi</translation>
  </message>
  <message>
   <source>Scan each piece as the carrier takes it</source>
   <translation>Scannez chaque envoi que le transporteur reprend</translation>
  </message>
  <message>
   <source>Scan each piece into the carrier's hands; then its driver signs the list.</source>
   <translation>Scannez chaque envoi remis au transporteur ; son chauffeur signe ensuite la liste.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>The label is printing again</source>
   <translation>L’étiquette s’imprime à nouveau</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>À scanner</translation>
  </message>
  <message>
   <source>What may not be inserted is marked in the Receive room, or scan a piece here.</source>
   <translation>Ce qui ne peut pas être inséré est marqué à la réception ; ou scannez un envoi ici.</translation>
  </message>
  <message>
   <source>What the carrier takes</source>
   <translation>Ce que le transporteur reprend</translation>
  </message>
  <message>
   <source>What the next clerk should know</source>
   <translation>Ce que le prochain employé doit savoir</translation>
  </message>
  <message>
   <source>Who takes them</source>
   <translation>Qui les reprend</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Raison</translation>
  </message>
  <message>
   <source>Why it goes back</source>
   <translation>Raison du retour</translation>
  </message>
  <message>
   <source>With the carrier by {time}</source>
   <translation>Chez le transporteur avant {time}</translation>
  </message>
  <message numerus="yes">
   <source>{carrier} took back %n piece(s) · list printing</source>
   <translation>
    <numerusform>{carrier} a repris %n envoi · liste en cours d’impression</numerusform>
    <numerusform>{carrier} a repris %n envois · liste en cours d’impression</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} sur {all}</translation>
  </message>
  <message>
   <source>{done} of {all} scanned</source>
   <translation>{done} sur {all} scannés</translation>
  </message>
  <message>
   <source>{mail_id} back to its sender?</source>
   <translation>Retourner {mail_id} à l’expéditeur ?</translation>
  </message>
  <message>
   <source>{mail_id} is on the list</source>
   <translation>{mail_id} est sur la liste</translation>
  </message>
  <message>
   <source>{mail_id} stays here; throw its label away</source>
   <translation>{mail_id} reste ici ; jetez son étiquette</translation>
  </message>
 </context>
 <context>
  <name>Rooms</name>
  <message>
   <source>Customers</source>
   <translation>Clients</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Livraisons</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Appareils</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>À examiner</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Argent</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Ramassages</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Impression</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>Réception</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Retours</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Étagères</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Tâches</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
 </context>
 <context>
  <name>ScanBox</name>
  <message>
   <source>Scan a parcel, or type a name, mailbox or tracking number</source>
   <translation>Scannez ou saisissez : nom, boîte, numéro de suivi</translation>
  </message>
  <message>
   <source>Scan or search</source>
   <translation>Scanner ou chercher</translation>
  </message>
 </context>
 <context>
  <name>Search</name>
  <message>
   <source>Accounts</source>
   <translation>Comptes</translation>
  </message>
  <message>
   <source>By e-mail: {text}</source>
   <translation>Par e-mail : {text}</translation>
  </message>
  <message>
   <source>By phone: {text}</source>
   <translation>Par téléphone : {text}</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Did you mean this?</source>
   <translation>Vouliez-vous dire ceci ?</translation>
  </message>
  <message>
   <source>Firm on the form: {text}</source>
   <translation>Entreprise sur le formulaire : {text}</translation>
  </message>
  <message>
   <source>May collect: {text}</source>
   <translation>Peut retirer : {text}</translation>
  </message>
  <message>
   <source>No longer on the form: {text}</source>
   <translation>Plus sur le formulaire : {text}</translation>
  </message>
  <message>
   <source>Nobody is called exactly that. Did you mean one of these?</source>
   <translation>Personne ne porte exactement ce nom. Vouliez-vous dire l’un de ceux-ci ?</translation>
  </message>
  <message>
   <source>Nobody is called that here. Enter looks everywhere.</source>
   <translation>Personne de ce nom ici. Entrée cherche partout.</translation>
  </message>
  <message>
   <source>On the form: {text}</source>
   <translation>Sur le formulaire : {text}</translation>
  </message>
  <message>
   <source>Piece for {name}</source>
   <translation>Article pour {name}</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>Résultats de la recherche</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>↑ ↓ choose · Enter takes it · Esc closes</source>
   <translation>↑ ↓ choisir · Entrée prend · Échap ferme</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>A ZIP code is five digits, or nine with a dash: 97201-1234.</source>
   <translation>Un code ZIP a cinq chiffres, ou neuf avec un tiret : 97201-1234.</translation>
  </message>
  <message>
   <source>A backup was read back and is not what was written. The disk may be failing: tell your support today.</source>
   <translation>Une sauvegarde a été relue et n’est pas ce qui avait été écrit. Le disque est peut-être défaillant : prévenez l’assistance aujourd’hui.</translation>
  </message>
  <message>
   <source>A check digit does not fit: the lines were read wrong. Scan them again, or look at the document.</source>
   <translation>Un chiffre de contrôle ne correspond pas : les lignes ont été mal lues. Scannez-les de nouveau, ou regardez le document.</translation>
  </message>
  <message>
   <source>A check is not endorsed yet. Write "For Deposit Only" on the back of each, and tick it.</source>
   <translation>Un chèque n’est pas encore endossé. Écrivez « For Deposit Only » au dos de chacun, puis cochez-le.</translation>
  </message>
  <message>
   <source>A check of this piece is on the list. Take it off first.</source>
   <translation>Un chèque de cet article est dans la liste. Retirez-le d’abord.</translation>
  </message>
  <message>
   <source>A clerk wrote this task down without saying who asked for it. Nothing is thrown away without the customer's word: decline it, and let the customer ask.</source>
   <translation>Un employé a noté cette tâche sans dire qui l’a demandée. Rien n’est jeté sans l’accord du client : refusez-la et laissez le client la demander.</translation>
  </message>
  <message>
   <source>A deposit has at most {most} checks. Put this one back; the customer asks for a second deposit.</source>
   <translation>Un dépôt compte au plus {most} chèques. Remettez celui-ci en place ; le client demandera un second dépôt.</translation>
  </message>
  <message>
   <source>A digit of this tracking number is wrong. Scan the barcode instead of typing.</source>
   <translation>Un chiffre de ce numéro de suivi est faux. Scannez le code-barres au lieu de le taper.</translation>
  </message>
  <message>
   <source>A dot is no signature. Clear the pad and have the whole name signed.</source>
   <translation>Un point n’est pas une signature. Effacez et faites signer le nom entier.</translation>
  </message>
  <message>
   <source>A finished PDF is a scan by itself. Take it alone, or scan its pages as pictures.</source>
   <translation>Un PDF terminé est une numérisation à lui seul. Prenez-le seul, ou numérisez ses pages comme images.</translation>
  </message>
  <message>
   <source>A heavier parcel would cost less than a lighter one</source>
   <translation>Un colis plus lourd coûterait moins qu’un plus léger</translation>
  </message>
  <message>
   <source>A manager can take a bundle apart while it lies on its shelf.</source>
   <translation>Un responsable peut défaire un lot tant qu’il est en rayon.</translation>
  </message>
  <message>
   <source>A new code has just arrived for this delivery. Ask the driver again.</source>
   <translation>Un nouveau code vient d’arriver pour cette livraison. Redemandez-le au chauffeur.</translation>
  </message>
  <message>
   <source>A newer Counter made this store. Update the program on this computer.</source>
   <translation>Cette base a été faite par une version plus récente de Counter. Mettez à jour le programme sur cet ordinateur.</translation>
  </message>
  <message>
   <source>A page of this draft is not on this computer. Scan it again, or go on where the draft was made.</source>
   <translation>Une page de ce brouillon n’est pas sur cet ordinateur. Numérisez-la de nouveau, ou continuez là où le brouillon a été fait.</translation>
  </message>
  <message>
   <source>A parcel is insured up to $2,500. Lower the sum, or split it into two parcels.</source>
   <translation>Un colis est assuré jusqu’à 2 500 $. Baissez la somme ou faites deux colis.</translation>
  </message>
  <message>
   <source>A parcel is not insured above what is inside. Correct the value or the insurance.</source>
   <translation>Un colis n’est pas assuré au-delà de son contenu. Corrigez la valeur ou l’assurance.</translation>
  </message>
  <message>
   <source>A parcel ships today or later.</source>
   <translation>Un colis part aujourd’hui ou plus tard.</translation>
  </message>
  <message>
   <source>A piece has no check on the list. Write its check down, or say that there is none in it.</source>
   <translation>Un article n’a aucun chèque dans la liste. Relevez son chèque, ou indiquez qu’il n’en contient pas.</translation>
  </message>
  <message>
   <source>A piece of this pickup was promised to another task already.</source>
   <translation>Un article de ce ramassage était déjà promis à une autre tâche.</translation>
  </message>
  <message>
   <source>A receipt of the centre does not fit the act that was sent. The act is kept here; tell your support now.</source>
   <translation>Un reçu du centre ne correspond pas à l’acte envoyé. L’acte est conservé ici ; prévenez votre assistance maintenant.</translation>
  </message>
  <message>
   <source>A scan has at most {most} sides. Make two scans of this one.</source>
   <translation>Une numérisation compte au plus {most} faces. Faites-en deux.</translation>
  </message>
  <message>
   <source>A shipping label needs 4 x 6 in labels in the printer. Load them and print again; nothing is bought twice.</source>
   <translation>Une étiquette d’expédition demande des étiquettes 4 x 6 pouces dans l’imprimante. Chargez-les et réimprimez ; rien n’est acheté deux fois.</translation>
  </message>
  <message>
   <source>A size is three numbers: length, width, height, for example 12 x 9 x 4 in or 30 x 20 x 10 cm.</source>
   <translation>Une taille se compose de trois nombres : longueur, largeur, hauteur, par exemple 30 x 20 x 10 cm ou 12 x 9 x 4 in.</translation>
  </message>
  <message>
   <source>A stamp is for one letter or postcard by USPS. Choose another label.</source>
   <translation>Un timbre est pour une seule lettre ou carte postale par USPS. Choisissez une autre étiquette.</translation>
  </message>
  <message>
   <source>A table is of one carrier, and this is the second</source>
   <translation>Une grille est d’un seul transporteur, et voici le deuxième</translation>
  </message>
  <message>
   <source>A value in the settings is wrong: {key} can be {values}.</source>
   <translation>Une valeur des réglages est fausse : {key} peut être {values}.</translation>
  </message>
  <message>
   <source>A value in the settings is wrong: {key}. Correct it, or ask whoever set this computer up.</source>
   <translation>Une valeur des réglages est fausse : {key}. Corrigez-la, ou demandez à la personne qui a installé cet ordinateur.</translation>
  </message>
  <message>
   <source>All checks of a deposit are drawn on one bank, here {bank}. This one goes into a deposit of its own.</source>
   <translation>Tous les chèques d’un dépôt sont tirés sur une même banque, ici {bank}. Celui-ci va dans un dépôt séparé.</translation>
  </message>
  <message>
   <source>An amount is never below nothing. Type it without a minus.</source>
   <translation>Un montant n’est jamais inférieur à zéro. Saisissez-le sans signe moins.</translation>
  </message>
  <message>
   <source>An earlier act of this computer is missing at the centre. Tell your support.</source>
   <translation>Un acte précédent de cet ordinateur manque au service central. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>Another program is saving a backup right now. Try again in a minute.</source>
   <translation>Un autre programme fait une sauvegarde en ce moment. Réessayez dans une minute.</translation>
  </message>
  <message>
   <source>Ask anything</source>
   <translation>Posez une question</translation>
  </message>
  <message>
   <source>Ask the driver for the code and type it. Until it matches nothing leaves.</source>
   <translation>Demandez le code au chauffeur et saisissez-le. Tant qu’il n’est pas bon, rien ne part.</translation>
  </message>
  <message>
   <source>Ask: a manager</source>
   <translation>À voir : un responsable</translation>
  </message>
  <message>
   <source>Ask: a new piece?</source>
   <translation>À voir : un nouvel article ?</translation>
  </message>
  <message>
   <source>Ask: collects, gets no mail</source>
   <translation>À voir : retire, sans courrier</translation>
  </message>
  <message>
   <source>Ask: did you mean …?</source>
   <translation>À voir : vouliez-vous dire… ?</translation>
  </message>
  <message>
   <source>Ask: where is it?</source>
   <translation>À voir : où est-il ?</translation>
  </message>
  <message>
   <source>Ask: which holder?</source>
   <translation>À voir : quel titulaire ?</translation>
  </message>
  <message>
   <source>Ask: which one?</source>
   <translation>À voir : lequel ?</translation>
  </message>
  <message>
   <source>Ask: whose is it?</source>
   <translation>À voir : à qui est-il ?</translation>
  </message>
  <message>
   <source>Asleep. Wake it: press its button, or put something on it.</source>
   <translation>En veille. Réveillez-le : pressez son bouton ou posez quelque chose dessus.</translation>
  </message>
  <message>
   <source>At most {most} tasks are shredded in one go. Take fewer, then the rest.</source>
   <translation>Au plus {most} tâches sont déchiquetées en une fois. Prenez-en moins, puis le reste.</translation>
  </message>
  <message>
   <source>Begin a pickup: ID first, then scan, fee and signature.</source>
   <translation>Commencez un ramassage : d’abord la pièce d’identité, puis le scan, les frais et la signature.</translation>
  </message>
  <message>
   <source>Begin each line with carrier, service, zone or rate</source>
   <translation>Commencez chaque ligne par carrier, service, zone ou rate</translation>
  </message>
  <message>
   <source>Below zero. Empty the scale and set it to zero.</source>
   <translation>Sous zéro. Videz la balance et remettez-la à zéro.</translation>
  </message>
  <message>
   <source>Busy, or used by another program. Close that program.</source>
   <translation>Occupé, ou utilisé par un autre programme. Fermez ce programme.</translation>
  </message>
  <message>
   <source>Carriers do not take this. Take it out and weigh the parcel again, or decline the task with “Not allowed”.</source>
   <translation>Les transporteurs ne prennent pas cela. Retirez-le et repesez le colis, ou refusez la tâche avec « Non autorisé ».</translation>
  </message>
  <message>
   <source>Check {number} is older than 180 days: the bank may refuse it.</source>
   <translation>Le chèque {number} a plus de 180 jours : la banque peut le refuser.</translation>
  </message>
  <message>
   <source>Checks travel only by a service that can be followed. Choose one of the list.</source>
   <translation>Les chèques ne voyagent que par un service avec suivi. Choisissez-en un dans la liste.</translation>
  </message>
  <message>
   <source>Choose a letter or a large envelope, and weigh it: up to {most_g} grams.</source>
   <translation>Choisissez une lettre ou une grande enveloppe et pesez-la : jusqu’à {most_g} grammes.</translation>
  </message>
  <message>
   <source>Choose at least one piece for this task.</source>
   <translation>Choisissez au moins une pièce pour cette tâche.</translation>
  </message>
  <message>
   <source>Choose how the parcel is packed.</source>
   <translation>Choisissez l’emballage du colis.</translation>
  </message>
  <message>
   <source>Choose or scan what is to be shredded.</source>
   <translation>Choisissez ou scannez ce qui doit être déchiqueté.</translation>
  </message>
  <message>
   <source>Choose six digits with at least three different ones.</source>
   <translation>Choisissez six chiffres, dont au moins trois différents.</translation>
  </message>
  <message>
   <source>Choose the courier from the list.</source>
   <translation>Choisissez le transporteur dans la liste.</translation>
  </message>
  <message>
   <source>Choose the customer first, then scan the licence at the hand-over.</source>
   <translation>Choisissez d’abord le client, puis scannez le permis lors de la remise.</translation>
  </message>
  <message>
   <source>Choose what happened to the piece.</source>
   <translation>Choisissez ce qui est arrivé à l’article.</translation>
  </message>
  <message>
   <source>Choose what kind of piece the bundle is.</source>
   <translation>Choisissez le type de pièce du lot.</translation>
  </message>
  <message>
   <source>Choose whose label it is.</source>
   <translation>Choisissez de qui est l’étiquette.</translation>
  </message>
  <message>
   <source>Choose why; the customer is told.</source>
   <translation>Choisissez la raison ; le client en est informé.</translation>
  </message>
  <message>
   <source>Chosen: {pieces}, which is not the number that you typed. Count what you hold, and type it again.</source>
   <translation>Choisis : {pieces}, ce n’est pas le nombre saisi. Comptez ce que vous tenez et saisissez-le de nouveau.</translation>
  </message>
  <message>
   <source>Close the envelopes again first, and tick that they are.</source>
   <translation>Refermez d’abord les enveloppes, puis cochez la case.</translation>
  </message>
  <message>
   <source>Closed for six months or more</source>
   <translation>Fermée depuis six mois ou plus</translation>
  </message>
  <message>
   <source>Count the pages: a piece has at least one.</source>
   <translation>Comptez les pages : un article en a au moins une.</translation>
  </message>
  <message>
   <source>Count the pieces: a drop has 1 to {most} of them.</source>
   <translation>Comptez les envois : un dépôt en a de 1 à {most}.</translation>
  </message>
  <message>
   <source>Count the poly bags again: 0 to {limit}.</source>
   <translation>Recomptez les sacs : de 0 à {limit}.</translation>
  </message>
  <message>
   <source>Counter cannot write to its folder. Nothing was saved.</source>
   <translation>Counter ne peut pas écrire dans son dossier. Rien n’a été enregistré.</translation>
  </message>
  <message>
   <source>Counter cannot write to its folder: {folder}.</source>
   <translation>Counter ne peut pas écrire dans son dossier : {folder}.</translation>
  </message>
  <message>
   <source>Counter is closing.</source>
   <translation>Counter se ferme.</translation>
  </message>
  <message>
   <source>Counter is open on this computer already. Use the window that is there.</source>
   <translation>Counter est déjà ouvert sur cet ordinateur. Utilisez la fenêtre ouverte.</translation>
  </message>
  <message>
   <source>Counter made a mistake while it spoke to the centre. Everything is kept here; it tries again by itself.</source>
   <translation>Counter a fait une erreur en parlant au service central. Tout est gardé ici ; il réessaie de lui-même.</translation>
  </message>
  <message>
   <source>Counter made a mistake with this device. Unplug it and plug it in again; if it stays, tell your support.</source>
   <translation>Counter a fait une erreur avec cet appareil. Débranchez-le et rebranchez-le ; si cela persiste, prévenez l’assistance.</translation>
  </message>
  <message>
   <source>Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support.</source>
   <translation>Counter a fait une erreur. Rien n’a été enregistré. Réessayez ; si cela persiste, prévenez l’assistance.</translation>
  </message>
  <message>
   <source>Counter was not closed properly. Checking the store …</source>
   <translation>Counter n’a pas été fermé correctement. Vérification de la base…</translation>
  </message>
  <message>
   <source>Counter was stopped while this printed. Look whether the label came out.</source>
   <translation>Counter a été arrêté pendant cette impression. Regardez si l’étiquette est sortie.</translation>
  </message>
  <message>
   <source>Customs line {line}: a tariff code is 6 to 10 digits. Leave it empty if you do not know it.</source>
   <translation>Ligne de douane {line} : un code douanier a 6 à 10 chiffres. Laissez vide si vous ne le connaissez pas.</translation>
  </message>
  <message>
   <source>Customs line {line}: say how many, at least one.</source>
   <translation>Ligne de douane {line} : dites combien, au moins un.</translation>
  </message>
  <message>
   <source>Customs line {line}: say what it is (“wool scarf”), not “gift” or “goods”.</source>
   <translation>Ligne de douane {line} : dites ce que c’est (« écharpe en laine »), pas « cadeau » ni « marchandise ».</translation>
  </message>
  <message>
   <source>Customs line {line}: say what one is worth.</source>
   <translation>Ligne de douane {line} : dites ce que vaut une unité.</translation>
  </message>
  <message>
   <source>Customs line {line}: say where it was made, as two letters such as US.</source>
   <translation>Ligne de douane {line} : indiquez l’origine en deux lettres, par exemple US.</translation>
  </message>
  <message>
   <source>Delivered here by mistake</source>
   <translation>Livré ici par erreur</translation>
  </message>
  <message>
   <source>Delivered on {day} for PMB {mailbox}.</source>
   <translation>Livré le {day} pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Discarded on {day}.</source>
   <translation>Éliminé le {day}.</translation>
  </message>
  <message>
   <source>Disk error: the last act was not saved. Close Counter and start it again, and do that act once more. If it comes back, the disk is failing.</source>
   <translation>Erreur du disque : le dernier acte n’a pas été enregistré. Fermez Counter, redémarrez-le et refaites cet acte. Si cela se répète, le disque est défaillant.</translation>
  </message>
  <message>
   <source>Do not give the piece away. A manager decides in the Inbox which counter is right.</source>
   <translation>Ne remettez pas l’article. Un responsable décide dans « À examiner » quel guichet a raison.</translation>
  </message>
  <message>
   <source>Do not insert it. Ask the customer for a Form 1583, or return the piece to its sender.</source>
   <translation>Ne l’insérez pas. Demandez au client un formulaire 1583, ou retournez l’article à l’expéditeur.</translation>
  </message>
  <message>
   <source>Do not insert it. Return the piece to its sender.</source>
   <translation>Ne l’insérez pas. Retournez l’article à l’expéditeur.</translation>
  </message>
  <message>
   <source>Do not insert mail for this name. Ask the customer to add it again, or return the piece.</source>
   <translation>N’insérez rien pour ce nom. Demandez au client de l’ajouter à nouveau, ou retournez l’article.</translation>
  </message>
  <message>
   <source>E-mail or password is wrong. Try again.</source>
   <translation>L’e-mail ou le mot de passe est faux. Réessayez.</translation>
  </message>
  <message>
   <source>Everything is done.</source>
   <translation>Tout est fait.</translation>
  </message>
  <message>
   <source>Find the mailbox by the name on the piece, and assign it.</source>
   <translation>Cherchez la boîte d’après le nom sur l’article, puis attribuez-le.</translation>
  </message>
  <message>
   <source>Find the name on the piece among the names on the form, then receive it.</source>
   <translation>Cherchez le nom de l’article parmi ceux du formulaire, puis réceptionnez-le.</translation>
  </message>
  <message>
   <source>Finish or leave the piece that is shown, then scan the next one.</source>
   <translation>Terminez ou abandonnez l’article affiché, puis scannez le suivant.</translation>
  </message>
  <message>
   <source>For this reason the piece may not go back: a counter does not refuse mail of its customers. Choose one of the reasons that are offered, or keep it.</source>
   <translation>Cet envoi ne peut pas repartir pour cette raison : un comptoir ne refuse pas le courrier de ses clients. Choisissez une des raisons proposées, ou gardez-le.</translation>
  </message>
  <message>
   <source>Former holder: PMB {mailbox} belongs to {holder} now. Go by the name, never by the number.</source>
   <translation>Ancien titulaire : PMB {mailbox} est maintenant à {holder}. Fiez-vous au nom, jamais au numéro.</translation>
  </message>
  <message>
   <source>From {first} to {last} is no range of days.</source>
   <translation>Du {first} au {last} n’est pas une période.</translation>
  </message>
  <message>
   <source>Go on in its pickup: ID, scan, fee, signature.</source>
   <translation>Continuez dans son ramassage : pièce d’identité, scan, frais, signature.</translation>
  </message>
  <message>
   <source>Good. Now the next line of the document.</source>
   <translation>Bien. Maintenant la ligne suivante du document.</translation>
  </message>
  <message>
   <source>Handed over on {day} for PMB {mailbox}.</source>
   <translation>Remis le {day} pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Hold the piece or mail it on: for six months after the closing it may not be refused.</source>
   <translation>Gardez l’article ou réexpédiez-le : pendant six mois après la fermeture, il ne peut pas être refusé.</translation>
  </message>
  <message>
   <source>Hold the piece or mail it on; it may not be refused in the first six months.</source>
   <translation>Gardez l’article ou réexpédiez-le ; il ne peut pas être refusé pendant les six premiers mois.</translation>
  </message>
  <message>
   <source>If it is in your hand, scan its label or put it on a shelf: the search is over then.</source>
   <translation>Si vous l’avez en main, scannez son étiquette ou posez-le sur une étagère : la recherche est alors terminée.</translation>
  </message>
  <message>
   <source>Insert it and tell the customer.</source>
   <translation>Insérez-le et prévenez le client.</translation>
  </message>
  <message>
   <source>Insert it.</source>
   <translation>Insérez-le.</translation>
  </message>
  <message>
   <source>Inserted by mistake and taken back.</source>
   <translation>Inséré par erreur et annulé.</translation>
  </message>
  <message>
   <source>Is {payee} the same as {likely} on the form? Confirm it only if you are sure.</source>
   <translation>{payee} est-il bien {likely} sur le formulaire ? Confirmez seulement si vous en êtes sûr.</translation>
  </message>
  <message>
   <source>It belongs to {holder}, PMB {mailbox}.</source>
   <translation>Il est à {holder}, PMB {mailbox}.</translation>
  </message>
  <message>
   <source>It gave something that must not be used. Try again.</source>
   <translation>Il a donné une valeur inutilisable. Réessayez.</translation>
  </message>
  <message>
   <source>It goes back to its sender: give it to the carrier in the Returns room (F11).</source>
   <translation>Il repart à l’expéditeur : remettez-le au transporteur dans la salle Retours (F11).</translation>
  </message>
  <message>
   <source>It is being searched for since {day}; it was thought to be on {last_shelf}.</source>
   <translation>Il est recherché depuis {day} ; on le croyait sur {last_shelf}.</translation>
  </message>
  <message>
   <source>It is set up differently than the settings say. Check speed and protocol.</source>
   <translation>Il est réglé autrement que dans les réglages. Vérifiez la vitesse et le protocole.</translation>
  </message>
  <message>
   <source>It lay in another mailbox by mistake: {why}</source>
   <translation>Il était par erreur dans une autre boîte : {why}</translation>
  </message>
  <message>
   <source>It sends without an end. Unplug it and plug it in again.</source>
   <translation>Il envoie sans fin. Débranchez-le et rebranchez-le.</translation>
  </message>
  <message>
   <source>Its address in the settings is wrong: {why}.</source>
   <translation>Son adresse dans les réglages est fausse : {why}.</translation>
  </message>
  <message>
   <source>Keep the piece on its shelf until that task is done or declined.</source>
   <translation>Laissez l’article sur son étagère jusqu’à ce que cette tâche soit terminée ou refusée.</translation>
  </message>
  <message>
   <source>Keep the piece on its shelf. Why it may not go out stands below.</source>
   <translation>Laissez l’article sur son étagère. Ci-dessous, pourquoi il ne peut pas sortir.</translation>
  </message>
  <message>
   <source>Keep the piece. Open its pickup and try the payment again, or decline the pickup.</source>
   <translation>Gardez l’article. Ouvrez son ramassage et réessayez le paiement, ou refusez le ramassage.</translation>
  </message>
  <message>
   <source>Kept for a task that is open ({shelf}, PMB {mailbox}).</source>
   <translation>Réservé à une tâche en cours ({shelf}, PMB {mailbox}).</translation>
  </message>
  <message>
   <source>Look at a photo ID first. Without one nothing leaves, whoever asks.</source>
   <translation>Regardez d’abord une pièce d’identité avec photo. Sans elle rien ne sort, qui que ce soit.</translation>
  </message>
  <message>
   <source>Look on the shelves beside its own, then tell a manager.</source>
   <translation>Cherchez sur les étagères voisines, puis prévenez un responsable.</translation>
  </message>
  <message>
   <source>Mailbox not approved</source>
   <translation>Boîte non approuvée</translation>
  </message>
  <message>
   <source>Mailbox rejected</source>
   <translation>Boîte refusée</translation>
  </message>
  <message>
   <source>Measure all three sides of the parcel, each up to 3 m: 12 x 9 x 4.</source>
   <translation>Mesurez les trois côtés du colis, 3 m au plus : 12 x 9 x 4.</translation>
  </message>
  <message>
   <source>Missing: is it in your hand?</source>
   <translation>Manquant : l’avez-vous en main ?</translation>
  </message>
  <message>
   <source>More than 1.2 times retail needs a reason. Write why, or lower the factor.</source>
   <translation>Plus de 1,2 fois le prix public demande une raison. Écrivez-la ou baissez le facteur.</translation>
  </message>
  <message>
   <source>More than 1.5 times retail is not allowed for anybody. Lower the factor.</source>
   <translation>Plus de 1,5 fois le prix public n’est permis à personne. Baissez le facteur.</translation>
  </message>
  <message>
   <source>Name not on the Form 1583</source>
   <translation>Nom absent du formulaire 1583</translation>
  </message>
  <message>
   <source>Never fetched</source>
   <translation>Jamais retiré</translation>
  </message>
  <message>
   <source>No answer from the centre. Everything is kept here and sent later.</source>
   <translation>Le service central ne répond pas. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>No carrier takes more than 150 kg. Check the weight.</source>
   <translation>Aucun transporteur n’accepte plus de 150 kg. Vérifiez le poids.</translation>
  </message>
  <message>
   <source>No check is written down yet.</source>
   <translation>Aucun chèque n’est encore relevé.</translation>
  </message>
  <message>
   <source>No deposit waits for the carrier under this label. Check the envelope.</source>
   <translation>Aucun dépôt n’attend le transporteur sous cette étiquette. Vérifiez l’enveloppe.</translation>
  </message>
  <message>
   <source>No driver is here yet.</source>
   <translation>Aucun chauffeur n’est encore là.</translation>
  </message>
  <message>
   <source>No free Mail ID was found. Try again.</source>
   <translation>Aucun numéro d’article libre. Réessayez.</translation>
  </message>
  <message>
   <source>No line above names this service</source>
   <translation>Aucune ligne au-dessus ne nomme ce service</translation>
  </message>
  <message>
   <source>No name stands on the Form 1583: nothing may be inserted.</source>
   <translation>Aucun nom sur le formulaire 1583 : rien ne peut être inséré.</translation>
  </message>
  <message>
   <source>No parcel that waits has this number. Keep it here and look at its label.</source>
   <translation>Aucun colis en attente n’a ce numéro. Gardez-le ici et regardez son étiquette.</translation>
  </message>
  <message>
   <source>No parcel with a label waits for this carrier.</source>
   <translation>Aucun colis étiqueté n’attend ce transporteur.</translation>
  </message>
  <message>
   <source>No photo of {mail_id} was taken.</source>
   <translation>Aucune photo de {mail_id} n’a été prise.</translation>
  </message>
  <message>
   <source>No piece has more than {most} pages. Check the number.</source>
   <translation>Aucun article n’a plus de {most} pages. Vérifiez le nombre.</translation>
  </message>
  <message>
   <source>No piece of this delivery is left. Put it back; the customer is told.</source>
   <translation>Il ne reste aucun article dans cette livraison. Remettez-la sur l’étagère ; le client en est informé.</translation>
  </message>
  <message>
   <source>No piece with this code is known here.</source>
   <translation>Aucun article avec ce code n’est connu ici.</translation>
  </message>
  <message>
   <source>No rate table is in force today. The parcel stays weighed: type the carrier's price, or import a table.</source>
   <translation>Aucune grille tarifaire n’est en vigueur aujourd’hui. Le colis reste pesé : tapez le prix du transporteur ou importez une grille.</translation>
  </message>
  <message>
   <source>No recovery sheet was made before this backup. Use the key of the computer that it is of.</source>
   <translation>Aucune fiche de récupération n’existait avant cette sauvegarde. Utilisez la clé de l’ordinateur dont elle vient.</translation>
  </message>
  <message>
   <source>No side is longer than 3 meters (118 in). Look whether it was inches or centimeters.</source>
   <translation>Aucun côté ne dépasse 3 mètres (118 pouces). Vérifiez s’il s’agit de pouces ou de centimètres.</translation>
  </message>
  <message>
   <source>No side of a piece is nothing or less. Measure it again.</source>
   <translation>Aucun côté d’un envoi n’est nul ou négatif. Mesurez à nouveau.</translation>
  </message>
  <message>
   <source>No such state. Type its two letters, such as NY.</source>
   <translation>Cet État n’existe pas. Tapez ses deux lettres, par exemple NY.</translation>
  </message>
  <message>
   <source>No tracking number was found in the photo.</source>
   <translation>Aucun numéro de suivi trouvé sur la photo.</translation>
  </message>
  <message>
   <source>No: hold it</source>
   <translation>Non : à garder</translation>
  </message>
  <message>
   <source>No: it stays here</source>
   <translation>Non : il reste ici</translation>
  </message>
  <message>
   <source>No: kept for a task</source>
   <translation>Non : gardé pour une tâche</translation>
  </message>
  <message>
   <source>No: nobody on the form</source>
   <translation>Non : personne au formulaire</translation>
  </message>
  <message>
   <source>No: not for this name</source>
   <translation>Non : pas pour ce nom</translation>
  </message>
  <message>
   <source>No: not here any more</source>
   <translation>Non : il n’est plus ici</translation>
  </message>
  <message>
   <source>No: not paid</source>
   <translation>Non : pas payé</translation>
  </message>
  <message>
   <source>No: return it</source>
   <translation>Non : à retourner</translation>
  </message>
  <message>
   <source>No: tell and return</source>
   <translation>Non : prévenir et retourner</translation>
  </message>
  <message>
   <source>No: tell and set aside</source>
   <translation>Non : prévenir et mettre de côté</translation>
  </message>
  <message>
   <source>No: unknown</source>
   <translation>Non : inconnu</translation>
  </message>
  <message>
   <source>Nobody counts {shelf} any more; another counter has ended it. Begin anew if you want to count again.</source>
   <translation>Plus personne ne compte {shelf} : un autre guichet a terminé. Recommencez si vous voulez compter à nouveau.</translation>
  </message>
  <message>
   <source>Nobody fits {mail_id} by itself. Open it and say whose it is.</source>
   <translation>Personne ne correspond de lui-même à {mail_id}. Ouvrez-le et dites à qui il est.</translation>
  </message>
  <message>
   <source>Nobody has said yet whether anything inside may not be shipped. Look, and answer.</source>
   <translation>Personne n’a encore dit s’il y a un objet interdit. Regardez et répondez.</translation>
  </message>
  <message>
   <source>Nobody has signed yet.</source>
   <translation>Personne n’a encore signé.</translation>
  </message>
  <message>
   <source>Nobody has tried for 30 days whether a backup can be restored. Run a drill: it changes nothing here.</source>
   <translation>Depuis 30 jours, personne n’a vérifié qu’une sauvegarde peut être restaurée. Faites un exercice : il ne change rien ici.</translation>
  </message>
  <message>
   <source>Nobody is found for “{asked}”.</source>
   <translation>Personne ne correspond à « {asked} ».</translation>
  </message>
  <message>
   <source>Nobody is signed in, so the scan was not taken. Sign in, then scan the piece again.</source>
   <translation>Personne n’est connecté, le scan n’a donc pas été pris. Connectez-vous, puis scannez l’article de nouveau.</translation>
  </message>
  <message>
   <source>Nobody knows the addressee</source>
   <translation>Destinataire inconnu</translation>
  </message>
  <message>
   <source>Nobody may do this at the counter.</source>
   <translation>Personne ne peut faire cela à ce poste.</translation>
  </message>
  <message>
   <source>Nobody says in which unit this scale weighs. Put it into the settings.</source>
   <translation>Rien ne dit dans quelle unité cette balance pèse. Indiquez-le dans les réglages.</translation>
  </message>
  <message>
   <source>Nobody with this e-mail has signed in here yet. The first time needs the internet.</source>
   <translation>Personne avec cet e-mail ne s’est encore connecté ici. La première fois demande internet.</translation>
  </message>
  <message>
   <source>Not connected. Plug it in; it comes back by itself.</source>
   <translation>Non connecté. Branchez-le ; il revient de lui-même.</translation>
  </message>
  <message>
   <source>Not found since {day}. Look on the shelves around {shelf}.</source>
   <translation>Introuvable depuis le {day}. Regardez sur les étagères autour de {shelf}.</translation>
  </message>
  <message>
   <source>Not found. Plug it in and switch it on; it comes back by itself.</source>
   <translation>Introuvable. Branchez-le et allumez-le ; il revient de lui-même.</translation>
  </message>
  <message>
   <source>Not on the Form 1583 of PMB {mailbox}. Keep it as unassigned, or return it.</source>
   <translation>Absent du formulaire 1583 de PMB {mailbox}. Gardez-le non attribué, ou retournez-le.</translation>
  </message>
  <message>
   <source>Not signed, so nothing leaves. Put the pieces back on their shelves; the fee is paid and stays with this pickup: whoever signs later pays nothing again.</source>
   <translation>Pas de signature, donc rien ne sort. Remettez les articles sur leurs étagères ; les frais sont payés et restent liés à ce ramassage : qui signera plus tard ne paiera pas une seconde fois.</translation>
  </message>
  <message>
   <source>Not signed, so nothing leaves. Put the pieces back on their shelves; they stay kept for this pickup until somebody who may collect signs for them.</source>
   <translation>Pas de signature, donc rien ne sort. Remettez les articles sur leurs étagères ; ils restent gardés pour ce ramassage jusqu’à ce qu’une personne autorisée signe.</translation>
  </message>
  <message>
   <source>Note saved</source>
   <translation>Note enregistrée</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Note : {note}</translation>
  </message>
  <message>
   <source>Nothing is called exactly “{asked}”. Choose what was meant, or type it again.</source>
   <translation>Rien ne s’appelle exactement « {asked} ». Choisissez ce que vous vouliez, ou saisissez-le à nouveau.</translation>
  </message>
  <message>
   <source>Nothing is known of “{asked}”. Try another part of the name, or the last digits of the number.</source>
   <translation>Rien n’est connu de « {asked} ». Essayez une autre partie du nom, ou les derniers chiffres du numéro.</translation>
  </message>
  <message>
   <source>Nothing is on the list yet. Scan the pieces that go back.</source>
   <translation>Rien n’est encore sur la liste. Scannez les envois qui repartent.</translation>
  </message>
  <message>
   <source>Nothing is on the shelf for this mailbox. Look among the pieces without a mailbox.</source>
   <translation>Rien n’est sur l’étagère pour cette boîte. Cherchez parmi les articles sans boîte.</translation>
  </message>
  <message>
   <source>Nothing is owed for this pickup any more.</source>
   <translation>Plus rien n’est dû pour ce ramassage.</translation>
  </message>
  <message>
   <source>Nothing of this delivery has come back yet. Scan what the driver brings.</source>
   <translation>Rien de cette livraison n’est encore revenu. Scannez ce que le chauffeur rapporte.</translation>
  </message>
  <message>
   <source>Nothing waits any more: every piece is in a mailbox.</source>
   <translation>Plus rien n’attend : chaque envoi est dans une boîte.</translation>
  </message>
  <message>
   <source>Nothing was due for this pickup.</source>
   <translation>Rien n’était dû pour ce ramassage.</translation>
  </message>
  <message>
   <source>Nothing was imported. Correct the lines below in the file, and import it again.</source>
   <translation>Rien n’est importé. Corrigez les lignes ci-dessous dans le fichier et importez-le encore.</translation>
  </message>
  <message>
   <source>Nothing was read. Scan the card again.</source>
   <translation>Rien n’a été lu. Scannez la carte de nouveau.</translation>
  </message>
  <message>
   <source>On the shelf ({shelf}) for PMB {mailbox}.</source>
   <translation>Sur l’étagère ({shelf}) pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>On the shelf ({shelf}), but its mailbox is not known yet.</source>
   <translation>Sur l’étagère ({shelf}), mais sa boîte n’est pas encore connue.</translation>
  </message>
  <message>
   <source>One of the values cannot be right. Check type and weight.</source>
   <translation>Une des valeurs est impossible. Vérifiez le type et le poids.</translation>
  </message>
  <message>
   <source>One piece is no bundle. Find the others, or decline the task.</source>
   <translation>Une seule pièce n’est pas un lot. Trouvez les autres ou refusez la tâche.</translation>
  </message>
  <message>
   <source>Only USPS delivers to a PO box. Choose USPS, or ask the customer for a street address.</source>
   <translation>Seul USPS livre en boîte postale. Choisissez USPS ou demandez une adresse de rue au client.</translation>
  </message>
  <message>
   <source>Only USPS delivers to the armed forces (APO, FPO, DPO). Choose USPS.</source>
   <translation>Seul USPS livre aux forces armées (APO, FPO, DPO). Choisissez USPS.</translation>
  </message>
  <message>
   <source>Only banks in the United States take these deposits; their address ends with a state and a ZIP code. Decline the task, or put the address right.</source>
   <translation>Seules les banques aux États-Unis acceptent ces dépôts ; leur adresse se termine par un État et un code ZIP. Refusez la tâche ou corrigez l’adresse.</translation>
  </message>
  <message>
   <source>Only the last step is left.</source>
   <translation>Il ne reste que la dernière étape.</translation>
  </message>
  <message>
   <source>Only the platform can do this.</source>
   <translation>Seule la plateforme peut faire cela.</translation>
  </message>
  <message>
   <source>Opened and scanned; on the shelf ({shelf}) for PMB {mailbox}.</source>
   <translation>Ouvert et numérisé ; sur l’étagère ({shelf}) pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Other pieces were handed over than were gathered.</source>
   <translation>D’autres articles ont été remis que ceux qui avaient été rassemblés.</translation>
  </message>
  <message>
   <source>Other users of this computer can read the key file. Take that right away, then start again.</source>
   <translation>D’autres utilisateurs de cet ordinateur peuvent lire le fichier de clé. Retirez-leur ce droit, puis redémarrez.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has a pickup waiting already. Open that one and add pieces to it.</source>
   <translation>Un ramassage attend déjà pour PMB {mailbox}. Ouvrez-le et ajoutez-y des articles.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has expired. Mail is still inserted; nothing goes out before it is paid.</source>
   <translation>PMB {mailbox} a expiré. Le courrier est encore inséré ; rien ne sort avant le paiement.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has no holder any more. Return the piece to its sender.</source>
   <translation>PMB {mailbox} n’a plus de titulaire. Retournez l’article à son expéditeur.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is active.</source>
   <translation>PMB {mailbox} est active.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is on hold. Tell the customer that mail has come and keep the piece apart.</source>
   <translation>PMB {mailbox} est en pause. Prévenez le client que du courrier est arrivé et gardez l’article à part.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is on hold: keep the piece apart until there is an instruction.</source>
   <translation>PMB {mailbox} est suspendue : gardez l’envoi à part jusqu’à une instruction.</translation>
  </message>
  <message>
   <source>PMB {mailbox} must renew its Form 1583. Work goes on; remind the customer.</source>
   <translation>PMB {mailbox} doit renouveler son formulaire 1583. Le travail continue ; rappelez-le au client.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was closed.</source>
   <translation>PMB {mailbox} a été fermée.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was closed. For six months its mail is held or re-mailed, never refused.</source>
   <translation>PMB {mailbox} a été fermée. Pendant six mois, son courrier est gardé ou réexpédié, jamais refusé.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was never approved: no mail may be inserted. Record “mail received” and return the piece.</source>
   <translation>PMB {mailbox} n’a jamais été approuvée : aucun courrier ne peut être inséré. Notez « courrier reçu » et retournez l’article.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was rejected. Return the piece to its sender.</source>
   <translation>PMB {mailbox} a été rejetée. Retournez l’article à son expéditeur.</translation>
  </message>
  <message>
   <source>Packed into a consolidation for PMB {mailbox}.</source>
   <translation>Emballé dans un regroupement pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Payments are in order.</source>
   <translation>Les paiements sont à jour.</translation>
  </message>
  <message>
   <source>Pickup agreed for {due}. Pieces: {pieces}.</source>
   <translation>Ramassage convenu : {due}. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup asked for, due {due}. Pieces: {pieces}.</source>
   <translation>Ramassage demandé, échéance : {due}. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup in progress. Pieces: {pieces}.</source>
   <translation>Ramassage en cours. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup overdue since {due}. Pieces: {pieces}.</source>
   <translation>Ramassage en retard, échéance passée : {due}. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup paid, not handed over yet. Pieces: {pieces}.</source>
   <translation>Ramassage payé, pas encore remis. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup to be charged later. Pieces: {pieces}.</source>
   <translation>Ramassage à débiter plus tard. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup waits for the bank’s answer. Pieces: {pieces}.</source>
   <translation>Ramassage en attente de la réponse de la banque. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pickup with a declined payment: nothing goes out before it is paid. Pieces: {pieces}.</source>
   <translation>Ramassage au paiement refusé : rien ne sort avant le paiement. Articles : {pieces}.</translation>
  </message>
  <message>
   <source>Pieces on the shelf: {count}, the oldest since {day}.</source>
   <translation>Articles sur l’étagère : {count}, le plus ancien depuis le {day}.</translation>
  </message>
  <message>
   <source>Press the letter of the name that stands on it. U keeps it as unassigned.</source>
   <translation>Appuyez sur la lettre du nom qui y figure. U la garde non attribuée.</translation>
  </message>
  <message>
   <source>Prices of this station; importing a version again replaces it.</source>
   <translation>Prix de ce poste ; importer une version à nouveau la remplace.</translation>
  </message>
  <message>
   <source>Reading the damaged store. You can work: pieces are kept, mailboxes come with the register.</source>
   <translation>Lecture de la base endommagée. Vous pouvez travailler : les articles sont gardés, les boîtes arrivent avec le registre.</translation>
  </message>
  <message>
   <source>Receive the piece as usual, then tell the customer what is still open.</source>
   <translation>Réceptionnez l’article comme d’habitude, puis dites au client ce qui reste à régler.</translation>
  </message>
  <message>
   <source>Received {since}; days here: {days}.</source>
   <translation>Reçu : {since} ; jours ici : {days}.</translation>
  </message>
  <message>
   <source>Record “mail received” and keep the piece apart until there is an instruction.</source>
   <translation>Notez « courrier reçu » et gardez l’article à part jusqu’à une instruction.</translation>
  </message>
  <message>
   <source>Record “mail received” for the customer, then return the piece to its sender.</source>
   <translation>Enregistrez « courrier reçu » pour le client, puis retournez l’article à l’expéditeur.</translation>
  </message>
  <message>
   <source>Record “mail received”, then return the piece to its sender.</source>
   <translation>Notez « courrier reçu », puis retournez l’article à son expéditeur.</translation>
  </message>
  <message>
   <source>Registered mail is not taken in: its addressee must fetch it at the post office. Leave it with the carrier and tell the customer.</source>
   <translation>Un recommandé n’est pas accepté : son destinataire doit le retirer au bureau de poste. Laissez-le au transporteur et prévenez le client.</translation>
  </message>
  <message>
   <source>Registering this computer was not finished. Nothing is lost: start Counter with its code again, or with a new one if ten minutes have passed.</source>
   <translation>L’enregistrement de cet ordinateur n’a pas été terminé. Rien n’est perdu : relancez Counter avec le même code, ou avec un nouveau si dix minutes ont passé.</translation>
  </message>
  <message>
   <source>Return the piece to its sender.</source>
   <translation>Retournez l’article à son expéditeur.</translation>
  </message>
  <message>
   <source>Returned to its sender on {day}.</source>
   <translation>Retourné à son expéditeur le {day}.</translation>
  </message>
  <message>
   <source>STOP: {mail_id} belongs to PMB {mailbox}. Put it back on its shelf.</source>
   <translation>STOP : {mail_id} est de PMB {mailbox}. Remettez-le sur son étagère.</translation>
  </message>
  <message>
   <source>Save the carrier's prices as CSV, as docs/shipping-rates.md shows, and import the file here.</source>
   <translation>Enregistrez les prix du transporteur en CSV, comme le montre docs/shipping-rates.md, et importez le fichier ici.</translation>
  </message>
  <message>
   <source>Say in which zone {shelf} stands, for example Front.</source>
   <translation>Indiquez dans quelle zone se trouve {shelf}, par exemple Devant.</translation>
  </message>
  <message>
   <source>Say what the charge or discount is for; it is on the receipt.</source>
   <translation>Dites à quoi correspondent ces frais ou cette remise ; cela figure sur le reçu.</translation>
  </message>
  <message>
   <source>Say what was in the envelope; the customer reads it.</source>
   <translation>Indiquez ce que contenait l’enveloppe ; le client le lira.</translation>
  </message>
  <message>
   <source>Say which carrier it is.</source>
   <translation>Indiquez le transporteur.</translation>
  </message>
  <message>
   <source>Say which kind of ID you looked at.</source>
   <translation>Dites quel type de pièce d’identité vous avez vu.</translation>
  </message>
  <message>
   <source>Say whose piece it is, or keep it as unassigned with Ctrl+U.</source>
   <translation>Dites à qui est l’article, ou gardez-le non attribué avec Ctrl+U.</translation>
  </message>
  <message>
   <source>Say why the driver does not take the pieces.</source>
   <translation>Dites pourquoi le chauffeur ne prend pas les articles.</translation>
  </message>
  <message>
   <source>Scan a shelf first, then its pieces; or one piece, then its shelf.</source>
   <translation>Scannez d’abord une étagère, puis ses articles ; ou un article, puis son étagère.</translation>
  </message>
  <message>
   <source>Scan each parcel as the driver takes it; nothing was scanned yet.</source>
   <translation>Scannez chaque colis quand le chauffeur le prend ; rien n’est encore scanné.</translation>
  </message>
  <message>
   <source>Scan each parcel as the driver takes it; the others stay.</source>
   <translation>Scannez chaque colis quand le chauffeur le prend ; les autres restent.</translation>
  </message>
  <message>
   <source>Scan every piece first, or mark it as not found.</source>
   <translation>Scannez d’abord chaque article, ou marquez-le comme introuvable.</translation>
  </message>
  <message>
   <source>Scan every piece, or mark it as not found.</source>
   <translation>Scannez chaque article, ou marquez-le comme introuvable.</translation>
  </message>
  <message>
   <source>Scan or type the shelf where the pieces lie from now on.</source>
   <translation>Scannez ou saisissez l’étagère où les articles se trouvent désormais.</translation>
  </message>
  <message>
   <source>Scan or type the tracking number of the label.</source>
   <translation>Scannez ou tapez le numéro de suivi de l’étiquette.</translation>
  </message>
  <message>
   <source>Scan the barcode of the label. Our own label is printed by itself, 4 x 6 in.</source>
   <translation>Scannez le code-barres de l’étiquette. La nôtre s’imprime toute seule, 4 x 6 pouces.</translation>
  </message>
  <message>
   <source>Seal letters and small pieces first, and say how many poly bags it took.</source>
   <translation>Scellez d’abord les lettres et petits articles, et indiquez le nombre de sacs.</translation>
  </message>
  <message>
   <source>Setting the damaged store aside …</source>
   <translation>Mise à l’écart de la base endommagée…</translation>
  </message>
  <message>
   <source>Several mailboxes match. Look at the piece or the ID, then choose.</source>
   <translation>Plusieurs boîtes correspondent. Regardez l’article ou la pièce d’identité, puis choisissez.</translation>
  </message>
  <message>
   <source>Several pieces match. Look at the label, then choose.</source>
   <translation>Plusieurs articles correspondent. Regardez l’étiquette, puis choisissez.</translation>
  </message>
  <message>
   <source>Several stations save into {folder}. Choose the folder of one of them: {stations}.</source>
   <translation>Plusieurs postes sauvegardent dans {folder}. Choisissez le dossier de l’un d’eux : {stations}.</translation>
  </message>
  <message>
   <source>Shelf {shelf} was closed: nothing is put there any more. Scan another shelf, or open it again.</source>
   <translation>L’étagère {shelf} est fermée : on n’y pose plus rien. Scannez-en une autre, ou remettez-la en service.</translation>
  </message>
  <message>
   <source>Shipped on {day} for PMB {mailbox}.</source>
   <translation>Expédié le {day} pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Shredded on {day}.</source>
   <translation>Déchiqueté le {day}.</translation>
  </message>
  <message>
   <source>Sign in first.</source>
   <translation>Connectez-vous d’abord.</translation>
  </message>
  <message>
   <source>Sizes are in inches (in), centimeters (cm) or millimeters (mm).</source>
   <translation>Les tailles sont en pouces (in), centimètres (cm) ou millimètres (mm).</translation>
  </message>
  <message>
   <source>Somebody has answered this already.</source>
   <translation>Quelqu’un a déjà répondu à cela.</translation>
  </message>
  <message>
   <source>Somebody has dealt with this already.</source>
   <translation>Quelqu’un s’en est déjà occupé.</translation>
  </message>
  <message>
   <source>Something else answered instead of the centre. Everything is kept here and sent later.</source>
   <translation>Autre chose a répondu à la place du service central. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>Something has happened to {mail_id} since. Correct it instead of taking it back.</source>
   <translation>Quelque chose est arrivé à {mail_id} depuis. Corrigez-le au lieu de l’annuler.</translation>
  </message>
  <message>
   <source>Something is half entered. Finish or clear it, then change the language.</source>
   <translation>Une saisie est en cours. Terminez-la ou effacez-la, puis changez la langue.</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Arrêté. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>Storage is free until {until} (days left: {days}) for {mail_id}. Remind the customer.</source>
   <translation>Stockage gratuit jusqu’au {until} (jours restants : {days}) pour {mail_id}. Rappelez-le au client.</translation>
  </message>
  <message>
   <source>Storage was free until {until} for {mail_id}; since then each day counts. Remind the customer.</source>
   <translation>Le stockage était gratuit jusqu’au {until} pour {mail_id} ; depuis, chaque jour compte. Rappelez-le au client.</translation>
  </message>
  <message>
   <source>Take a photo first (F10): what goes back leaves a picture here.</source>
   <translation>Prenez d’abord une photo (F10) : ce qui repart laisse une image ici.</translation>
  </message>
  <message>
   <source>Take a photo of the signed paper first; it is what proves the hand-over.</source>
   <translation>Photographiez d’abord la procuration signée : c’est elle qui prouve la remise.</translation>
  </message>
  <message>
   <source>Taking over acts of the damaged store: {done} of {total}</source>
   <translation>Reprise des actes de la base endommagée : {done} sur {total}</translation>
  </message>
  <message>
   <source>Taking over the register and the shelves: {done} of {total}</source>
   <translation>Reprise du registre et des étagères : {done} sur {total}</translation>
  </message>
  <message>
   <source>Tell the customer that mail has come, and set the piece aside until there is an instruction.</source>
   <translation>Dites au client que du courrier est arrivé, et mettez l’article de côté jusqu’à une consigne.</translation>
  </message>
  <message>
   <source>That amount cannot be right. Type it in dollars and cents.</source>
   <translation>Ce montant n’est pas possible. Tapez-le en dollars et en cents.</translation>
  </message>
  <message>
   <source>That amount is too large to be right. Check it and type it again.</source>
   <translation>Ce montant est trop élevé pour être juste. Vérifiez-le et saisissez-le de nouveau.</translation>
  </message>
  <message>
   <source>That can be read in two ways. Type the amount with two digits for the cents, such as 1234.00 or 1.23.</source>
   <translation>Ce montant peut se lire de deux façons. Saisissez-le avec deux chiffres pour les cents, par exemple 1234,00 ou 1,23.</translation>
  </message>
  <message>
   <source>That cannot be the amount of a check. Type it in dollars and cents.</source>
   <translation>Cela ne peut pas être le montant d’un chèque. Saisissez-le en dollars et cents.</translation>
  </message>
  <message>
   <source>That cannot be the name of a file. Choose another name.</source>
   <translation>Ce nom de fichier n’est pas possible. Choisissez un autre nom.</translation>
  </message>
  <message>
   <source>That cannot be the postage of a letter. Type it in dollars and cents.</source>
   <translation>Cela ne peut pas être l’affranchissement d’une lettre. Saisissez-le en dollars et cents.</translation>
  </message>
  <message>
   <source>That is no amount. Type dollars and cents, such as 12.50.</source>
   <translation>Ce n’est pas un montant. Saisissez des dollars et des cents, par exemple 12,50.</translation>
  </message>
  <message>
   <source>That is no day. Type it as year-month-day.</source>
   <translation>Ce n’est pas une date. Saisissez année-mois-jour.</translation>
  </message>
  <message>
   <source>That is no factor. Type it like 1.2.</source>
   <translation>Ce n’est pas un facteur. Tapez par exemple 1,2.</translation>
  </message>
  <message>
   <source>That is no passport and no ID card. Scan or type the lines at its foot, one after the other.</source>
   <translation>Ce n’est ni un passeport ni une carte d’identité. Scannez ou saisissez les lignes du bas, l’une après l’autre.</translation>
  </message>
  <message>
   <source>That is no place a carrier could find. Ask the customer for the real address.</source>
   <translation>Aucun transporteur ne trouverait cet endroit. Demandez la vraie adresse au client.</translation>
  </message>
  <message>
   <source>That is no tracking number. Scan the barcode of the label again.</source>
   <translation>Ce n’est pas un numéro de suivi. Scannez encore le code-barres de l’étiquette.</translation>
  </message>
  <message>
   <source>That is no weight. Type it like 12 oz, 2 lb 3 oz or 900 g.</source>
   <translation>Ce n’est pas un poids. Tapez par exemple 12 oz, 2 lb 3 oz ou 900 g.</translation>
  </message>
  <message>
   <source>That is not possible at this step any more.</source>
   <translation>Ce n’est plus possible à cette étape.</translation>
  </message>
  <message>
   <source>That is not right. {left} tries left.</source>
   <translation>Ce n’est pas cela. Essais restants : {left}.</translation>
  </message>
  <message>
   <source>That is not the code of this delivery. Ask the driver again; tries left: {left}.</source>
   <translation>Ce n’est pas le code de cette livraison. Redemandez-le au chauffeur ; essais restants : {left}.</translation>
  </message>
  <message>
   <source>That is too short for a tracking number. Scan the barcode of the label.</source>
   <translation>C’est trop court pour un numéro de suivi. Scannez le code-barres de l’étiquette.</translation>
  </message>
  <message>
   <source>That number cannot be right. Count again: up to {limit}.</source>
   <translation>Ce nombre ne peut pas être juste. Recomptez : {limit} au plus.</translation>
  </message>
  <message>
   <source>That number of copies cannot be printed.</source>
   <translation>Ce nombre d’exemplaires ne peut pas être imprimé.</translation>
  </message>
  <message>
   <source>That was no card. Scan the barcode on its back.</source>
   <translation>Ce n’était pas une carte. Scannez le code-barres au dos.</translation>
  </message>
  <message>
   <source>That weight cannot be right. Weigh the parcel, or type it: 12 oz, 2 lb 3 oz, 900 g.</source>
   <translation>Ce poids n’est pas possible. Pesez le colis ou tapez : 12 oz, 2 lb 3 oz, 900 g.</translation>
  </message>
  <message>
   <source>The Form 1583 of PMB {mailbox} does not let you take restricted delivery. Leave the piece with the carrier; the addressee signs for it himself.</source>
   <translation>Le formulaire 1583 de PMB {mailbox} ne permet pas d’accepter une remise restreinte. Laissez l’envoi au transporteur ; le destinataire signe lui-même.</translation>
  </message>
  <message>
   <source>The ID that was kept expired on {on}. Ask the customer for a valid one.</source>
   <translation>La pièce d’identité conservée a expiré le {on}. Demandez au client une pièce valable.</translation>
  </message>
  <message>
   <source>The ID that was kept is valid until {on}.</source>
   <translation>La pièce d’identité conservée est valable jusqu’au {on}.</translation>
  </message>
  <message>
   <source>The PIN cannot be used now. Sign in with your password.</source>
   <translation>Le code PIN ne peut pas servir maintenant. Connectez-vous avec votre mot de passe.</translation>
  </message>
  <message>
   <source>The act did not fit to what it was about. Look at the piece.</source>
   <translation>L’acte ne correspondait pas à son objet. Regardez l’article.</translation>
  </message>
  <message>
   <source>The act held personal data in clear and was refused. Tell your support.</source>
   <translation>L’acte contenait des données personnelles en clair et a été refusé. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The act holds a value that the centre does not take. Tell your support.</source>
   <translation>L’acte contient une valeur que le service central n’accepte pas. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The act holds something that the centre does not know. Tell your support.</source>
   <translation>L’acte contient quelque chose que le service central ne connaît pas. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The bank and its address are missing. Type them, or ask the customer.</source>
   <translation>La banque et son adresse manquent. Saisissez-les ou demandez au client.</translation>
  </message>
  <message>
   <source>The bank has a PO box: only USPS Priority Mail may go there. Choose it.</source>
   <translation>La banque a une boîte postale : seul USPS Priority Mail peut y aller. Choisissez ce service.</translation>
  </message>
  <message>
   <source>The bundle does not lie free on its shelf, so it stays together. Decline its task first.</source>
   <translation>Le lot n’est pas libre en rayon, il reste donc groupé. Refusez d’abord sa tâche.</translation>
  </message>
  <message>
   <source>The camera gave no picture. Look at the camera and take the photo again.</source>
   <translation>La caméra n’a donné aucune image. Vérifiez-la et reprenez la photo.</translation>
  </message>
  <message>
   <source>The camera gave no picture. Unplug it and plug it in again.</source>
   <translation>La caméra n’a pas donné d’image. Débranchez-la et rebranchez-la.</translation>
  </message>
  <message>
   <source>The card is being checked. Nothing is charged twice; go on with another task meanwhile.</source>
   <translation>La carte est en cours de vérification. Rien n’est débité deux fois ; passez à une autre tâche en attendant.</translation>
  </message>
  <message>
   <source>The card was declined. The customer changes the payment method in the account; then try again.</source>
   <translation>La carte a été refusée. Le client change le mode de paiement dans son compte ; réessayez ensuite.</translation>
  </message>
  <message>
   <source>The card was declined: the task waits for the customer. Process it to try again or to decline it.</source>
   <translation>La carte a été refusée : la tâche attend le client. Traitez-la pour réessayer ou la refuser.</translation>
  </message>
  <message>
   <source>The card was read only in part. Scan it again, or look at it.</source>
   <translation>La carte n’a été lue qu’en partie. Scannez-la de nouveau, ou regardez-la.</translation>
  </message>
  <message>
   <source>The carrier's time to take this label back is over. Call the carrier.</source>
   <translation>Le délai du transporteur pour reprendre cette étiquette est passé. Appelez-le.</translation>
  </message>
  <message>
   <source>The centre could not prove that this act comes from this computer. Tell your support.</source>
   <translation>Le service central n’a pas pu prouver que cet acte vient de cet ordinateur. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre could not take this act, and it was set aside. Try again; if it comes back, tell your support.</source>
   <translation>Le service central n’a pas pu prendre cet acte ; il a été mis de côté. Réessayez ; s’il revient, prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre did not accept this act, and it was taken back here.</source>
   <translation>Le service central n’a pas accepté cet acte ; il a été annulé ici.</translation>
  </message>
  <message>
   <source>The centre did not take the photo of this act; it is kept here. Try again; if it comes back, tell support.</source>
   <translation>Le centre n’a pas accepté la photo de cet acte ; elle est conservée ici. Réessayez ; si cela se répète, prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre does not accept this computer’s proof. Ask a manager to register it again.</source>
   <translation>Le service central n’accepte pas la preuve de cet ordinateur. Demandez à un responsable de l’enregistrer de nouveau.</translation>
  </message>
  <message>
   <source>The centre does not know this account.</source>
   <translation>Le service central ne connaît pas ce compte.</translation>
  </message>
  <message>
   <source>The centre does not know this form of the act yet. It needs an update; the act is kept.</source>
   <translation>Le service central ne connaît pas encore cette forme de l’acte. Il doit être mis à jour ; l’acte est gardé.</translation>
  </message>
  <message>
   <source>The centre does not know this kind of act yet. It needs an update; the act is kept.</source>
   <translation>Le service central ne connaît pas encore ce genre d’acte. Il doit être mis à jour ; l’acte est gardé.</translation>
  </message>
  <message>
   <source>The centre does not know this pickup.</source>
   <translation>Le service central ne connaît pas ce ramassage.</translation>
  </message>
  <message>
   <source>The centre does not know this piece.</source>
   <translation>Le service central ne connaît pas cet article.</translation>
  </message>
  <message>
   <source>The centre does not know where this computer stopped. Everything is fetched again by itself.</source>
   <translation>Le service central ne sait pas où cet ordinateur s’est arrêté. Tout est repris automatiquement.</translation>
  </message>
  <message>
   <source>The centre does not say which history it has. Everything is kept here and sent later.</source>
   <translation>Le service central ne dit pas quel historique il a. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>The centre had another act on the same thing first. Both are kept; look at the piece and put it right.</source>
   <translation>Le service central avait d’abord un autre acte sur la même chose. Les deux sont conservés ; regardez l’article et rectifiez.</translation>
  </message>
  <message>
   <source>The centre has another act under the same number. Tell your support.</source>
   <translation>Le service central a un autre acte sous le même numéro. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre has every act of this counter: there is nothing to save.</source>
   <translation>Le service central a tous les actes de ce poste : il n’y a rien à enregistrer.</translation>
  </message>
  <message>
   <source>The centre has no room on its disk. Everything is kept here and sent later; tell support.</source>
   <translation>Le disque du service central est plein. Tout est gardé ici et transmis plus tard ; prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre has other acts of this computer than this store. Stop here and tell your support.</source>
   <translation>Le service central a d’autres actes de cet ordinateur que cette base. Arrêtez ici et prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre has this account already.</source>
   <translation>Le service central a déjà ce compte.</translation>
  </message>
  <message>
   <source>The centre is busy. Everything is kept here and sent later.</source>
   <translation>Le service central est occupé. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>The centre keeps this act apart until somebody has looked at it. Tell your support.</source>
   <translation>Le service central met cet acte à part jusqu’à ce que quelqu’un l’ait regardé. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre made a mistake with this act. It is kept; tell your support.</source>
   <translation>Le service central a fait une erreur avec cet acte. Il est gardé ; prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre made a mistake. Everything is kept here and sent later.</source>
   <translation>Le service central a fait une erreur. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>The centre refused this. Everything is kept here.</source>
   <translation>Le service central a refusé cela. Tout est gardé ici.</translation>
  </message>
  <message>
   <source>The centre repeats itself. Everything is kept here and sent later; tell your support.</source>
   <translation>Le service central se répète. Tout est gardé ici et transmis plus tard ; prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The centre was restored. Everything is kept here and sent again by itself.</source>
   <translation>Le service central a été restauré. Tout est gardé ici et transmis de nouveau automatiquement.</translation>
  </message>
  <message>
   <source>The centre was set back to a backup and waits for its operator. Everything is kept here and sent later.</source>
   <translation>Le service central a été remis à une sauvegarde et attend son opérateur. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>The centre's journal no longer fits what the centre signed before. Nothing is lost here; tell your support.</source>
   <translation>Le journal du centre ne correspond plus à ce que le centre avait signé. Rien n’est perdu ici ; prévenez votre assistance.</translation>
  </message>
  <message>
   <source>The centre’s address in the settings is not private (https). Nothing was sent.</source>
   <translation>L’adresse du service central dans les réglages n’est pas privée (https). Rien n’a été transmis.</translation>
  </message>
  <message>
   <source>The centre’s address in the settings is wrong.</source>
   <translation>L’adresse du service central dans les réglages est fausse.</translation>
  </message>
  <message>
   <source>The centre’s answer to the registration makes no sense. Try again with a new code.</source>
   <translation>La réponse du service central à l’enregistrement est incohérente. Réessayez avec un nouveau code.</translation>
  </message>
  <message>
   <source>The check is for {payee}, whose name does not stand on the form of mailbox {mailbox}. It is not deposited: put it back and tell the customer.</source>
   <translation>Le chèque est au nom de {payee}, qui ne figure pas sur le formulaire de la boîte {mailbox}. Il n’est pas déposé : remettez-le en place et prévenez le client.</translation>
  </message>
  <message>
   <source>The check was deposited on {day}.</source>
   <translation>Le chèque a été déposé le {day}.</translation>
  </message>
  <message>
   <source>The code can be tried; there is nothing to release.</source>
   <translation>Le code peut être essayé ; il n’y a rien à débloquer.</translation>
  </message>
  <message>
   <source>The code that was scanned holds nothing that can be read. Nothing was changed: scan another one.</source>
   <translation>Le code scanné ne contient rien de lisible. Rien n’a été changé : scannez-en un autre.</translation>
  </message>
  <message>
   <source>The code was wrong three times. Keep the pieces and call support; a manager allows new tries, or a new code comes.</source>
   <translation>Le code était faux trois fois. Gardez les articles et appelez l’assistance ; un responsable accorde de nouveaux essais, ou un nouveau code arrive.</translation>
  </message>
  <message>
   <source>The computer was asleep. What was scanned meanwhile was not used: scan it again.</source>
   <translation>L’ordinateur était en veille. Ce qui a été scanné entre-temps n’a pas été pris : scannez-le de nouveau.</translation>
  </message>
  <message>
   <source>The computer's clock is wrong by {by}. Work goes on; times are marked. Set it right in the computer's settings.</source>
   <translation>L’horloge de l’ordinateur a un écart de {by}. Le travail continue ; les heures sont marquées. Réglez-la dans les paramètres de l’ordinateur.</translation>
  </message>
  <message>
   <source>The computer's clock is {by} ahead of the last work here, and the centre cannot be asked. Work goes on; times are marked. Look whether the computer shows today's date.</source>
   <translation>L’horloge de l’ordinateur a {by} d’avance sur le dernier travail fait ici, et le service central est injoignable. Le travail continue ; les heures sont marquées. Regardez si l’ordinateur affiche la date d’aujourd’hui.</translation>
  </message>
  <message>
   <source>The connection is not private. Nothing was sent.</source>
   <translation>La connexion n’est pas privée. Rien n’a été transmis.</translation>
  </message>
  <message>
   <source>The counter is still starting. It takes a second or two.</source>
   <translation>Le poste démarre encore. Cela prend une seconde ou deux.</translation>
  </message>
  <message>
   <source>The customer agreed to {agreed}. Ask first: nothing is charged without a yes.</source>
   <translation>Le client a accepté {agreed}. Demandez d’abord : rien n’est débité sans son accord.</translation>
  </message>
  <message>
   <source>The customer asked for it</source>
   <translation>À la demande du client</translation>
  </message>
  <message>
   <source>The customer has seven full days to come. Decline it from {from_day} on, or ask a manager to do it now.</source>
   <translation>Le client a sept jours entiers pour venir. Refusez à partir du {from_day}, ou demandez à un responsable de le faire maintenant.</translation>
  </message>
  <message>
   <source>The customer is asked about the price. The clock of this task stands still until the answer.</source>
   <translation>Le client est interrogé sur le prix. Le délai de cette tâche est suspendu jusqu’à sa réponse.</translation>
  </message>
  <message>
   <source>The customer is asked about the price. The clock stands still until the answer.</source>
   <translation>Le client est interrogé sur le prix. Le délai est suspendu jusqu’à sa réponse.</translation>
  </message>
  <message>
   <source>The customer refuses it</source>
   <translation>Refusé par le client</translation>
  </message>
  <message>
   <source>The customer wants the invoice removed. Take it out, reseal the parcel, and tick the box.</source>
   <translation>Le client veut que la facture soit retirée. Retirez-la, refermez le colis et cochez la case.</translation>
  </message>
  <message>
   <source>The customer was told that it is free until {until}.</source>
   <translation>Le client a été informé que c’est gratuit jusqu’au {until}.</translation>
  </message>
  <message>
   <source>The customer's own label is set aside. Nothing was paid here for it.</source>
   <translation>L’étiquette du client est mise de côté. Rien n’a été payé ici pour elle.</translation>
  </message>
  <message>
   <source>The disk did not take the backup in {folder}. Try another disk, or ask your support.</source>
   <translation>Le disque n’a pas accepté la sauvegarde dans {folder}. Essayez un autre disque, ou demandez à l’assistance.</translation>
  </message>
  <message>
   <source>The disk had lost the newest acts; all {total} were found again. Have the disk checked.</source>
   <translation>Le disque avait perdu les actes les plus récents ; tous ont été retrouvés ({total}). Faites vérifier le disque.</translation>
  </message>
  <message>
   <source>The disk has lost the newest acts: {count} between {since} and {until}. What the centre had comes back by itself; check the pieces of that time on the shelves, and have the disk checked.</source>
   <translation>Le disque a perdu les actes les plus récents : {count}, entre {since} et {until}. Ce que le service central avait revient de lui-même ; vérifiez sur les étagères les articles de cette période, et faites vérifier le disque.</translation>
  </message>
  <message>
   <source>The disk has lost {count} acts after {since} that the centre has. They come back by themselves; acts that were not sent yet may be missing too: check the pieces of that time on the shelves.</source>
   <translation>Le disque a perdu des actes après {since} que le service central possède ({count}). Ils reviennent d’eux-mêmes ; des actes pas encore transmis peuvent manquer aussi : vérifiez sur les étagères les articles de cette période.</translation>
  </message>
  <message>
   <source>The disk is full, so nothing new is written here. What was done is safe and is still sent. Delete files or empty the trash on this computer; Counter goes on by itself.</source>
   <translation>Le disque est plein, rien de nouveau n’est donc écrit ici. Ce qui est fait est en sûreté et reste transmis. Supprimez des fichiers ou videz la corbeille de cet ordinateur ; Counter reprend de lui-même.</translation>
  </message>
  <message>
   <source>The disk is full, so {file} was not saved; what was there before stays. Make room and try again.</source>
   <translation>Le disque est plein, {file} n’a donc pas été enregistré ; ce qui s’y trouvait avant reste. Libérez de la place et réessayez.</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved. Make room and try again.</source>
   <translation>Le disque est plein. Rien n’a été enregistré. Faites de la place et réessayez.</translation>
  </message>
  <message>
   <source>The disk is full: {free_mb} MB are free and Counter needs {needed_mb} MB. Nothing was saved. Free {more_mb} MB and try again.</source>
   <translation>Le disque est plein : {free_mb} Mo sont libres et Counter a besoin de {needed_mb} Mo. Rien n’a été enregistré. Libérez {more_mb} Mo et réessayez.</translation>
  </message>
  <message>
   <source>The driver for it is missing on this computer.</source>
   <translation>Son pilote manque sur cet ordinateur.</translation>
  </message>
  <message>
   <source>The driver for the camera is missing on this computer.</source>
   <translation>Le pilote de la caméra manque sur cet ordinateur.</translation>
  </message>
  <message>
   <source>The driver has the pieces already.</source>
   <translation>Le chauffeur a déjà les articles.</translation>
  </message>
  <message>
   <source>The fee is not paid yet.</source>
   <translation>Les frais ne sont pas encore payés.</translation>
  </message>
  <message>
   <source>The file cannot be read. It may have been moved, or the folder is not there any more.</source>
   <translation>Le fichier est illisible. Il a peut-être été déplacé, ou le dossier n’existe plus.</translation>
  </message>
  <message>
   <source>The file could not be read. Copy it to this computer first.</source>
   <translation>Le fichier n’a pas pu être lu. Copiez-le d’abord sur cet ordinateur.</translation>
  </message>
  <message>
   <source>The file is larger than {limit_mb} MB. Split it by carrier.</source>
   <translation>Le fichier dépasse {limit_mb} Mo. Partagez-le par transporteur.</translation>
  </message>
  <message>
   <source>The folder for {file} is not there any more. Choose another place.</source>
   <translation>Le dossier de {file} n’existe plus. Choisissez un autre emplacement.</translation>
  </message>
  <message>
   <source>The holder of PMB {mailbox} left less than six months ago. His mail is held or mailed on with new postage, and not sent back.</source>
   <translation>Le titulaire de PMB {mailbox} est parti depuis moins de six mois. Son courrier est gardé ou réexpédié avec un nouvel affranchissement, et non retourné.</translation>
  </message>
  <message>
   <source>The internet is there: charge now.</source>
   <translation>Internet est là : débitez maintenant.</translation>
  </message>
  <message>
   <source>The key of this computer is missing, so the store stays closed. Nothing is lost: use the recovery sheet.</source>
   <translation>La clé de cet ordinateur manque, donc la base reste fermée. Rien n’est perdu : utilisez la fiche de secours.</translation>
  </message>
  <message>
   <source>The key of this store is kept in another way than the settings say. Correct key_mode.</source>
   <translation>La clé de cette base est gardée autrement que ne le disent les réglages. Corrigez key_mode.</translation>
  </message>
  <message>
   <source>The label cannot be shown.</source>
   <translation>L’étiquette ne peut pas être affichée.</translation>
  </message>
  <message>
   <source>The label is incomplete ({field}) and cannot be printed.</source>
   <translation>L’étiquette est incomplète ({field}) et ne peut pas être imprimée.</translation>
  </message>
  <message>
   <source>The label is void here. Void it in the carrier's account too; its credit takes days. The customer has no money back by that: ask for a refund if he is owed one.</source>
   <translation>L’étiquette est annulée ici. Annulez-la aussi dans le compte du transporteur ; son crédit prend des jours. Le client n’est pas remboursé pour autant : demandez un remboursement s’il y a droit.</translation>
  </message>
  <message>
   <source>The label is void. The carrier credits the platform, which takes days. The customer has no money back by that: ask for a refund if he is owed one.</source>
   <translation>L’étiquette est annulée. Le transporteur crédite la plateforme, cela prend des jours. Le client n’est pas remboursé pour autant : demandez un remboursement s’il y a droit.</translation>
  </message>
  <message>
   <source>The label of a scanned parcel (PMB {mailbox}) was taken back. Take that parcel off the list.</source>
   <translation>L’étiquette d’un colis scanné (PMB {mailbox}) a été annulée. Retirez ce colis du bordereau.</translation>
  </message>
  <message>
   <source>The label was taken back; the parcel is still paid. Make another label, or decline the task.</source>
   <translation>L’étiquette est annulée ; le colis reste payé. Faites une autre étiquette ou refusez la tâche.</translation>
  </message>
  <message>
   <source>The labels do not fit the pieces. Seal the pieces again.</source>
   <translation>Les étiquettes ne correspondent pas aux articles. Scellez-les de nouveau.</translation>
  </message>
  <message>
   <source>The last payment was declined. Ask the customer to change the card.</source>
   <translation>Le dernier paiement a été refusé. Demandez au client de changer de carte.</translation>
  </message>
  <message>
   <source>The letter is held back. A stamp is not paid back; the customer has no money back by that.</source>
   <translation>La lettre est retenue. Un timbre n’est pas repris ; le client n’est pas remboursé pour autant.</translation>
  </message>
  <message>
   <source>The line to the centre is too slow. Everything is kept here and sent later.</source>
   <translation>La liaison avec le service central est trop lente. Tout est gardé ici et transmis plus tard.</translation>
  </message>
  <message>
   <source>The line with carrier, version and dates is missing</source>
   <translation>La ligne avec transporteur, version et dates manque</translation>
  </message>
  <message>
   <source>The name in this act could not be read any more after damage. Look at the piece and put it right.</source>
   <translation>Le nom dans cet acte n’est plus lisible après un dommage. Regardez l’article et corrigez-le.</translation>
  </message>
  <message>
   <source>The number of columns is wrong for this kind of line</source>
   <translation>Le nombre de colonnes est faux pour ce type de ligne</translation>
  </message>
  <message>
   <source>The packed parcel is too heavy or too large for this carrier. Choose another one, or repack it.</source>
   <translation>Le colis emballé est trop lourd ou trop grand pour ce transporteur. Choisissez-en un autre ou refaites l’emballage.</translation>
  </message>
  <message>
   <source>The packing slip is printed.</source>
   <translation>Le bon de colisage est imprimé.</translation>
  </message>
  <message>
   <source>The paper is for PMB {written}, this pickup is for PMB {mailbox}. It is not good here: ask the customer for another one.</source>
   <translation>La procuration est pour la boîte {written}, ce ramassage est pour la boîte {mailbox}. Elle ne vaut rien ici : demandez-en une autre au client.</translation>
  </message>
  <message>
   <source>The paper names single pieces, and not all of these. Put the others back, or mark them as not found.</source>
   <translation>La procuration nomme certains articles, et pas tous ceux-ci. Remettez les autres en place, ou marquez-les comme introuvables.</translation>
  </message>
  <message>
   <source>The paper was good until {until}. Nothing leaves on it: ask the customer for a new one.</source>
   <translation>La procuration était valable jusqu’au {until}. Rien ne sort sur sa foi : demandez-en une nouvelle au client.</translation>
  </message>
  <message>
   <source>The parcel goes to {country}: customs want to know what is inside. Fill in at least one line.</source>
   <translation>Le colis part pour {country} : la douane veut connaître le contenu. Remplissez au moins une ligne.</translation>
  </message>
  <message>
   <source>The passphrase is wrong.</source>
   <translation>La phrase secrète est fausse.</translation>
  </message>
  <message>
   <source>The photo could not be saved. Is the disk full? Nothing was received; try again.</source>
   <translation>La photo n’a pas pu être enregistrée. Le disque est-il plein ? Rien n’a été réceptionné ; réessayez.</translation>
  </message>
  <message>
   <source>The photo of this act is not on this computer and not at the centre any more. The act itself is kept; tell your support.</source>
   <translation>La photo de cet acte n’est plus ni sur cet ordinateur ni au centre. L’acte lui-même est conservé ; prévenez votre assistance.</translation>
  </message>
  <message>
   <source>The picture is black. Take the cap off, or make light.</source>
   <translation>L’image est noire. Enlevez le cache, ou faites de la lumière.</translation>
  </message>
  <message>
   <source>The picture is damaged. Take it again.</source>
   <translation>L’image est abîmée. Reprenez-la.</translation>
  </message>
  <message>
   <source>The picture is too large.</source>
   <translation>L’image est trop grande.</translation>
  </message>
  <message>
   <source>The piece has no mailbox yet. Assign it first.</source>
   <translation>L’article n’a pas encore de boîte. Attribuez-le d’abord.</translation>
  </message>
  <message>
   <source>The piece is in PMB {mailbox} already.</source>
   <translation>L’article est déjà dans PMB {mailbox}.</translation>
  </message>
  <message>
   <source>The piece is kept for an open task. Finish that task, or decline it first.</source>
   <translation>L’article est gardé pour une tâche ouverte. Terminez-la ou refusez-la d’abord.</translation>
  </message>
  <message>
   <source>The piece is not on our shelves. If it is in your hand, receive it as a new one.</source>
   <translation>L’article n’est pas sur nos étagères. Si vous l’avez en main, réceptionnez-le comme un nouveau.</translation>
  </message>
  <message>
   <source>The pieces cannot be ready before {earliest}. Take a later time.</source>
   <translation>Les articles ne peuvent être prêts avant {earliest}. Choisissez plus tard.</translation>
  </message>
  <message>
   <source>The pieces that were handed over are not those of the pickup at the centre. Look at both.</source>
   <translation>Les articles remis ne sont pas ceux du ramassage au service central. Regardez les deux.</translation>
  </message>
  <message>
   <source>The platform has sent no code for this delivery yet. Ask support; it arrives here by itself.</source>
   <translation>La plateforme n’a pas encore envoyé de code pour cette livraison. Demandez à l’assistance ; il arrive ici tout seul.</translation>
  </message>
  <message>
   <source>The postage due for {mail_id} is in a fee already. Look for it under Tasks.</source>
   <translation>Le port dû pour {mail_id} figure déjà dans des frais. Cherchez-les sous Tâches.</translation>
  </message>
  <message>
   <source>The price is above what the customer agreed to. Ask the customer first.</source>
   <translation>Le prix dépasse ce que le client a accepté. Demandez-lui d’abord.</translation>
  </message>
  <message>
   <source>The print job is damaged and cannot be printed.</source>
   <translation>La tâche d’impression est abîmée et ne peut pas être imprimée.</translation>
  </message>
  <message>
   <source>The printer answered something that makes no sense. Is it the right kind of printer?</source>
   <translation>L’imprimante a répondu quelque chose d’incompréhensible. Est-ce le bon type d’imprimante ?</translation>
  </message>
  <message>
   <source>The printer did not say whether the label came out. Look at the paper.</source>
   <translation>L’imprimante n’a pas dit si l’étiquette est sortie. Regardez le papier.</translation>
  </message>
  <message>
   <source>The printer does not answer. Is it on, and is its cable or network there?</source>
   <translation>L’imprimante ne répond pas. Est-elle allumée, et son câble ou son réseau est-il là ?</translation>
  </message>
  <message>
   <source>The printer has no paper. Put a roll in; the label comes by itself.</source>
   <translation>L’imprimante n’a plus de papier. Mettez un rouleau ; l’étiquette sort d’elle-même.</translation>
  </message>
  <message>
   <source>The printer is busy. The label comes by itself.</source>
   <translation>L’imprimante est occupée. L’étiquette sort d’elle-même.</translation>
  </message>
  <message>
   <source>The printer is paused. Press its pause or feed button.</source>
   <translation>L’imprimante est en pause. Pressez son bouton de pause ou d’avance.</translation>
  </message>
  <message>
   <source>The printer reports a fault. Switch it off and on.</source>
   <translation>L’imprimante signale une panne. Éteignez-la et rallumez-la.</translation>
  </message>
  <message>
   <source>The printer’s address in the settings is wrong: {why}.</source>
   <translation>L’adresse de l’imprimante dans les réglages est fausse : {why}.</translation>
  </message>
  <message>
   <source>The printer’s cover is open. Close it; the label comes by itself.</source>
   <translation>Le capot de l’imprimante est ouvert. Fermez-le ; l’étiquette sort d’elle-même.</translation>
  </message>
  <message>
   <source>The rate table has no price for this parcel. It stays weighed: type the carrier's price.</source>
   <translation>La grille n’a pas de prix pour ce colis. Il reste pesé : tapez le prix du transporteur.</translation>
  </message>
  <message>
   <source>The recovery sheet was misread somewhere. Nothing was changed: look again at every letter.</source>
   <translation>La fiche de récupération a été mal lue quelque part. Rien n’a été changé : regardez de nouveau chaque lettre.</translation>
  </message>
  <message>
   <source>The register is here now. Look the mailbox up, then receive the piece.</source>
   <translation>Le fichier clients est arrivé. Cherchez la boîte, puis réceptionnez l’article.</translation>
  </message>
  <message>
   <source>The same label is printed once more. Nothing is bought.</source>
   <translation>La même étiquette est imprimée encore une fois. Rien n’est acheté.</translation>
  </message>
  <message>
   <source>The scale does not answer. Is it on, and set up as the settings say?</source>
   <translation>La balance ne répond pas. Est-elle allumée, et réglée comme le disent les réglages ?</translation>
  </message>
  <message>
   <source>The scale gave no weight. Is it on?</source>
   <translation>La balance n’a pas donné de poids. Est-elle allumée ?</translation>
  </message>
  <message>
   <source>The scale gave no weight. Put the piece on it and try again.</source>
   <translation>La balance n’a pas donné de poids. Posez l’article dessus et réessayez.</translation>
  </message>
  <message>
   <source>The scale refused to weigh. Try again.</source>
   <translation>La balance a refusé de peser. Réessayez.</translation>
  </message>
  <message>
   <source>The scale reports a fault. Switch it off and on.</source>
   <translation>La balance signale une panne. Éteignez-la et rallumez-la.</translation>
  </message>
  <message>
   <source>The scale reports something that Counter does not know. Do not use the weight.</source>
   <translation>La balance signale quelque chose que Counter ne connaît pas. N’utilisez pas ce poids.</translation>
  </message>
  <message>
   <source>The scale showed a weight that cannot be. Try again.</source>
   <translation>La balance a montré un poids impossible. Réessayez.</translation>
  </message>
  <message>
   <source>The scale shows another unit than the settings say. Change one of them.</source>
   <translation>La balance montre une autre unité que les réglages. Changez l’un des deux.</translation>
  </message>
  <message>
   <source>The scale wants to be calibrated. Do not use it until then.</source>
   <translation>La balance demande un étalonnage. Ne l’utilisez pas d’ici là.</translation>
  </message>
  <message>
   <source>The scale wants to be set to zero. Empty it and press Zero.</source>
   <translation>La balance demande une remise à zéro. Videz-la et pressez Zéro.</translation>
  </message>
  <message>
   <source>The scale’s answer was cut off. Check the cable.</source>
   <translation>La réponse de la balance a été coupée. Vérifiez le câble.</translation>
  </message>
  <message>
   <source>The scale’s answer was damaged. Check the cable.</source>
   <translation>La réponse de la balance est arrivée abîmée. Vérifiez le câble.</translation>
  </message>
  <message>
   <source>The scan was cut off and was dropped. Scan again.</source>
   <translation>Le scan a été coupé et n’a pas été pris. Scannez de nouveau.</translation>
  </message>
  <message>
   <source>The scan was damaged and was dropped. Scan again.</source>
   <translation>Le scan est arrivé abîmé et n’a pas été pris. Scannez de nouveau.</translation>
  </message>
  <message>
   <source>The scan was too long and was dropped. Scan again.</source>
   <translation>Le scan était trop long et n’a pas été pris. Scannez de nouveau.</translation>
  </message>
  <message>
   <source>The second place for backups is not there. Plug the disk in again; on this computer they are still saved.</source>
   <translation>Le second emplacement des sauvegardes est absent. Rebranchez le disque ; sur cet ordinateur, elles sont toujours faites.</translation>
  </message>
  <message>
   <source>The settings ({file}) are too large to be read.</source>
   <translation>Les réglages ({file}) sont trop grands pour être lus.</translation>
  </message>
  <message>
   <source>The settings ({file}) cannot be read: {where}. Correct them, or ask whoever set this computer up.</source>
   <translation>Les réglages ({file}) ne peuvent pas être lus : {where}. Corrigez-les, ou demandez à la personne qui a installé cet ordinateur.</translation>
  </message>
  <message>
   <source>The settings hold something unknown: {key}. Correct them, or ask whoever set this computer up.</source>
   <translation>Les réglages contiennent quelque chose d’inconnu : {key}. Corrigez-les, ou demandez à la personne qui a installé cet ordinateur.</translation>
  </message>
  <message>
   <source>The settings name a kind of device that is not known.</source>
   <translation>Les réglages nomment un type d’appareil inconnu.</translation>
  </message>
  <message>
   <source>The settings name a label size that is not known.</source>
   <translation>Les réglages nomment une taille d’étiquette inconnue.</translation>
  </message>
  <message>
   <source>The settings name a way to keep the key that Counter does not know. Correct key_mode.</source>
   <translation>Les réglages nomment une façon de garder la clé que Counter ne connaît pas. Corrigez key_mode.</translation>
  </message>
  <message>
   <source>The settings of this store make no sense. Ask the platform's support; nothing here is lost.</source>
   <translation>Les réglages de ce centre de courrier sont incohérents. Demandez à l’assistance de la plateforme ; rien n’est perdu ici.</translation>
  </message>
  <message>
   <source>The signature is missing.</source>
   <translation>La signature manque.</translation>
  </message>
  <message>
   <source>The store asks for its passphrase.</source>
   <translation>La base demande sa phrase secrète.</translation>
  </message>
  <message>
   <source>The store cannot be opened. Close other programs that may hold it and start Counter again.</source>
   <translation>La base ne peut pas être ouverte. Fermez les autres programmes qui peuvent l’utiliser et redémarrez Counter.</translation>
  </message>
  <message>
   <source>The store could not be updated for this Counter. Nothing was changed and nothing is lost: start the Counter that you had before, and tell your support.</source>
   <translation>La base n’a pas pu être mise à jour pour cette version de Counter. Rien n’a été changé et rien n’est perdu : démarrez la version que vous aviez avant, et prévenez l’assistance.</translation>
  </message>
  <message>
   <source>The store is closed then. Take a time within its hours.</source>
   <translation>Le centre est fermé à ce moment-là. Choisissez une heure d’ouverture.</translation>
  </message>
  <message>
   <source>The store is so damaged that it cannot be told which counter this is. Nothing was changed. Ask your support: this computer must be registered again.</source>
   <translation>La base est si endommagée qu’on ne peut pas savoir quel poste c’est. Rien n’a été changé. Demandez à l’assistance : cet ordinateur doit être enregistré de nouveau.</translation>
  </message>
  <message>
   <source>The store must be updated for this Counter, which needs {needed_mb} MB; the disk has {free_mb} MB. Nothing was changed. Make room and start again.</source>
   <translation>La base doit être mise à jour pour cette version de Counter, ce qui demande {needed_mb} Mo ; le disque a {free_mb} Mo. Rien n’a été changé. Libérez de la place et redémarrez.</translation>
  </message>
  <message>
   <source>The store of this computer is not in its folder {folder}. Rebuild makes a fresh one and asks the centre for everything. What was not sent yet is lost, unless you have the file or a backup: then quit and put it back.</source>
   <translation>La base de cet ordinateur n’est pas dans son dossier {folder}. « Reconstruire » en fait une neuve et demande tout au service central. Ce qui n’a pas été transmis est perdu, sauf si vous avez le fichier ou une sauvegarde : dans ce cas, quittez et remettez-le en place.</translation>
  </message>
  <message>
   <source>The store on this computer is damaged, and nothing more is written into it. Rebuild makes a fresh one beside it, so that you can go on at once, and takes over what can be read. The damaged one is kept.</source>
   <translation>La base de cet ordinateur est endommagée, et plus rien n’y est écrit. « Reconstruire » en fait une neuve à côté, pour que vous puissiez continuer tout de suite, et reprend ce qui est lisible. La base endommagée est gardée.</translation>
  </message>
  <message>
   <source>The store was busy for too long. Nothing was saved; try again.</source>
   <translation>La base a été occupée trop longtemps. Rien n’a été enregistré ; réessayez.</translation>
  </message>
  <message>
   <source>The store was rebuilt. All {total} acts of this counter are here again.</source>
   <translation>La base a été reconstruite. Tous les actes de ce poste sont de nouveau ici ({total}).</translation>
  </message>
  <message>
   <source>The street has no number, so nothing can be delivered. Ask the customer.</source>
   <translation>La rue n’a pas de numéro, rien ne peut être livré. Demandez au client.</translation>
  </message>
  <message>
   <source>The table ends before it begins</source>
   <translation>La grille finit avant de commencer</translation>
  </message>
  <message>
   <source>The table has more than {said} lines. Split it.</source>
   <translation>La grille a plus de {said} lignes. Partagez-la.</translation>
  </message>
  <message>
   <source>The table has no zones or no prices</source>
   <translation>La grille n’a pas de zones ou pas de prix</translation>
  </message>
  <message>
   <source>The unit is oz, lb, g or kg</source>
   <translation>L’unité est oz, lb, g ou kg</translation>
  </message>
  <message>
   <source>The weight did not come to rest. Keep hands off the scale and try again.</source>
   <translation>Le poids ne s’est pas stabilisé. Ne touchez pas la balance et réessayez.</translation>
  </message>
  <message>
   <source>The weight is nothing. Put the parcel on the scale again.</source>
   <translation>Le poids est nul. Remettez le colis sur la balance.</translation>
  </message>
  <message>
   <source>The weight is still moving. Wait a moment.</source>
   <translation>Le poids bouge encore. Attendez un instant.</translation>
  </message>
  <message>
   <source>The {days} days in which a piece can be taken off the pile are over.</source>
   <translation>Les {days} jours pendant lesquels un article peut être retiré de la pile sont passés.</translation>
  </message>
  <message>
   <source>There cannot be more accountable pieces than the {pieces} that were counted. Count them again.</source>
   <translation>Il ne peut pas y avoir plus d’envois avec signature que les {pieces} comptés. Recomptez.</translation>
  </message>
  <message>
   <source>There is a receipt once this is paid.</source>
   <translation>Il y aura un reçu une fois le paiement effectué.</translation>
  </message>
  <message>
   <source>There is no backup in {folder}.</source>
   <translation>Il n’y a aucune sauvegarde dans {folder}.</translation>
  </message>
  <message>
   <source>There is no page yet. Scan, drop or photograph at least one side.</source>
   <translation>Il n’y a encore aucune page. Numérisez, déposez ou photographiez au moins une face.</translation>
  </message>
  <message>
   <source>There is no photo of the driver, and without one nothing is handed over. If the driver refuses, keep the pieces and say so.</source>
   <translation>Il n’y a pas de photo du chauffeur, et sans elle rien n’est remis. Si le chauffeur refuse, gardez les articles et indiquez-le.</translation>
  </message>
  <message>
   <source>There is no picture yet: Space takes it. Enter once more inserts the letter without one.</source>
   <translation>Il n’y a pas encore de photo : Espace la prend. Entrée encore une fois insère la lettre sans photo.</translation>
  </message>
  <message>
   <source>There is no piece to hand over.</source>
   <translation>Il n’y a aucun article à remettre.</translation>
  </message>
  <message>
   <source>There is no room for a backup. Make room on the disk of {folder}; the next one comes by itself.</source>
   <translation>Il n’y a pas de place pour une sauvegarde. Libérez de la place sur le disque de {folder} ; la prochaine se fait d’elle-même.</translation>
  </message>
  <message>
   <source>There is no shelf {shelf} yet, and nothing was put there. Set it up, or scan the shelf that you mean.</source>
   <translation>Il n’y a pas encore d’étagère {shelf}, et rien n’y a été posé. Créez-la, ou scannez la bonne étagère.</translation>
  </message>
  <message>
   <source>There is nothing in the form yet. Scan the piece first.</source>
   <translation>Il n’y a encore rien dans la saisie. Scannez d’abord l’article.</translation>
  </message>
  <message>
   <source>There is nothing to charge: no storage is owed up to today.</source>
   <translation>Il n’y a rien à débiter : aucun stockage n’est dû à ce jour.</translation>
  </message>
  <message>
   <source>There is nothing to do. If it is in your hand, receive it as a new piece.</source>
   <translation>Il n’y a rien à faire. Si vous l’avez en main, réceptionnez-le comme un nouvel article.</translation>
  </message>
  <message>
   <source>There is nothing to fetch.</source>
   <translation>Il n’y a rien à chercher.</translation>
  </message>
  <message>
   <source>There is something in {folder} already. Choose a folder that is empty.</source>
   <translation>Il y a déjà quelque chose dans {folder}. Choisissez un dossier vide.</translation>
  </message>
  <message>
   <source>This ID expired on {expired_on}. Ask for a valid one.</source>
   <translation>Cette pièce d’identité a expiré le {expired_on}. Demandez une pièce valable.</translation>
  </message>
  <message>
   <source>This PDF asks for a password, so the customer could not open it. Scan the paper again without one.</source>
   <translation>Ce PDF demande un mot de passe : le client ne pourrait pas l’ouvrir. Numérisez de nouveau le papier sans mot de passe.</translation>
  </message>
  <message>
   <source>This PDF holds a program or other files and is not passed on. Scan the paper as pictures.</source>
   <translation>Ce PDF contient un programme ou d’autres fichiers : il n’est pas transmis. Numérisez le papier comme images.</translation>
  </message>
  <message>
   <source>This PDF is damaged or not whole. Scan the paper again.</source>
   <translation>Ce PDF est endommagé ou incomplet. Numérisez de nouveau le papier.</translation>
  </message>
  <message>
   <source>This ZIP code lies in another state. Check both with the customer.</source>
   <translation>Ce code ZIP se trouve dans un autre État. Vérifiez les deux avec le client.</translation>
  </message>
  <message>
   <source>This account has been closed or changed at the centre. Ask your manager.</source>
   <translation>Ce compte a été fermé ou modifié au service central. Demandez à votre responsable.</translation>
  </message>
  <message>
   <source>This cannot be printed as a barcode.</source>
   <translation>Ceci ne peut pas être imprimé en code-barres.</translation>
  </message>
  <message>
   <source>This carrier takes no label back. Call the carrier if the parcel must not leave.</source>
   <translation>Ce transporteur ne reprend aucune étiquette. Appelez-le si le colis ne doit pas partir.</translation>
  </message>
  <message>
   <source>This check is dated {dated}, which is still to come. The bank does not take it before: put it back and tell the customer.</source>
   <translation>Ce chèque est daté du {dated}, qui n’est pas encore arrivé. La banque ne l’accepte pas avant : remettez-le en place et prévenez le client.</translation>
  </message>
  <message>
   <source>This code is wrong or was used already. Ask a manager for a new one.</source>
   <translation>Ce code est faux ou a déjà servi. Demandez-en un nouveau à un responsable.</translation>
  </message>
  <message>
   <source>This computer does not have that room.</source>
   <translation>Cet ordinateur n’a pas cette page.</translation>
  </message>
  <message>
   <source>This computer gives no good random numbers, so nothing was changed. Tell your support.</source>
   <translation>Cet ordinateur ne donne pas de nombres aléatoires sûrs, rien n’a donc été changé. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>This computer has no such device.</source>
   <translation>Cet ordinateur n’a pas cet appareil.</translation>
  </message>
  <message>
   <source>This computer has no such printer.</source>
   <translation>Cet ordinateur n’a pas cette imprimante.</translation>
  </message>
  <message>
   <source>This computer is not registered at the centre. Ask a manager.</source>
   <translation>Cet ordinateur n’est pas enregistré au service central. Demandez à un responsable.</translation>
  </message>
  <message>
   <source>This computer was away for more than a year. Everything is fetched again by itself.</source>
   <translation>Cet ordinateur a été absent plus d’un an. Tout est récupéré à nouveau automatiquement.</translation>
  </message>
  <message>
   <source>This computer was restored from a backup. Look whether this label was printed since then.</source>
   <translation>Cet ordinateur a été restauré depuis une sauvegarde. Regardez si cette étiquette a été imprimée depuis.</translation>
  </message>
  <message>
   <source>This computer would have to fetch everything again, for the second time in a day. Work goes on with what is here, and everything is sent; tell support, then mark this as done to let it try again.</source>
   <translation>Cet ordinateur devrait tout récupérer à nouveau, pour la deuxième fois en une journée. Le travail continue avec ce qui est ici, et tout est envoyé ; prévenez l’assistance, puis marquez ceci comme traité pour le laisser réessayer.</translation>
  </message>
  <message>
   <source>This count was never begun here. Scan the shelf and begin again.</source>
   <translation>Cet inventaire n’a jamais été commencé ici. Scannez l’étagère et recommencez.</translation>
  </message>
  <message>
   <source>This counter’s file of keys is damaged: the store stays closed. Nothing is lost; use the recovery sheet.</source>
   <translation>Le fichier de clés de ce poste est endommagé : la base reste fermée. Rien n’est perdu ; utilisez la fiche de récupération.</translation>
  </message>
  <message>
   <source>This drop is not known here. Look at the list again.</source>
   <translation>Ce dépôt est inconnu ici. Regardez à nouveau la liste.</translation>
  </message>
  <message>
   <source>This drop is squared already. Choose the drop that the piece came with, or open a new one.</source>
   <translation>Ce dépôt est déjà soldé. Choisissez le dépôt de cet envoi, ou ouvrez-en un nouveau.</translation>
  </message>
  <message>
   <source>This fee is above the limit for charging later. Wait for the internet.</source>
   <translation>Ces frais dépassent la limite du débit reporté. Attendez internet.</translation>
  </message>
  <message>
   <source>This file does not belong to Counter. Nothing was opened.</source>
   <translation>Ce fichier n’est pas de Counter. Rien n’a été ouvert.</translation>
  </message>
  <message>
   <source>This folder has a store already; it is not registered twice. Start Counter without a code.</source>
   <translation>Ce dossier a déjà une base ; il n’est pas enregistré deux fois. Démarrez Counter sans code.</translation>
  </message>
  <message>
   <source>This folder has keys already; they are never written over.</source>
   <translation>Ce dossier a déjà des clés ; elles ne sont jamais écrasées.</translation>
  </message>
  <message>
   <source>This is no CSV file. Save the table as CSV and import that.</source>
   <translation>Ce n’est pas un fichier CSV. Enregistrez la grille en CSV et importez-la.</translation>
  </message>
  <message>
   <source>This is no page: only PDF, JPEG, PNG and TIFF can be taken. The other pages are kept.</source>
   <translation>Ce n’est pas une page : seuls les fichiers PDF, JPEG, PNG et TIFF sont acceptés. Les autres pages sont conservées.</translation>
  </message>
  <message>
   <source>This is no postage due. Type dollars and cents, for example 1.35, at most 1,000.00.</source>
   <translation>Ce n’est pas un port dû. Tapez des dollars et des cents, par exemple 1,35, au plus 1 000,00.</translation>
  </message>
  <message>
   <source>This is no price</source>
   <translation>Ce n’est pas un prix</translation>
  </message>
  <message>
   <source>This is no step of the search. Nothing was noted.</source>
   <translation>Ce n’est pas une étape de la recherche. Rien n’a été noté.</translation>
  </message>
  <message>
   <source>This is no weight. Type pounds and ounces, or weigh it.</source>
   <translation>Ce n’est pas un poids. Saisissez des livres et des onces, ou pesez.</translation>
  </message>
  <message>
   <source>This is not a picture.</source>
   <translation>Ce n’est pas une image.</translation>
  </message>
  <message>
   <source>This is too large ({megabytes} MB). Scan it in black and white or with fewer dots, or in two parts.</source>
   <translation>C’est trop volumineux ({megabytes} Mo). Numérisez en noir et blanc, avec une résolution plus basse, ou en deux parties.</translation>
  </message>
  <message>
   <source>This key does not open the store. Nothing was changed.</source>
   <translation>Cette clé n’ouvre pas la base. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>This kind of printer address does not work on this system.</source>
   <translation>Ce type d’adresse d’imprimante ne fonctionne pas sur ce système.</translation>
  </message>
  <message>
   <source>This label could not be drawn. Tell your support.</source>
   <translation>Cette étiquette n’a pas pu être dessinée. Prévenez l’assistance.</translation>
  </message>
  <message>
   <source>This label is already on another parcel (PMB {mailbox}). Take the right one.</source>
   <translation>Cette étiquette est déjà sur un autre colis (PMB {mailbox}). Prenez la bonne.</translation>
  </message>
  <message>
   <source>This label was not printed here: it is a stamp or the customer's own.</source>
   <translation>Cette étiquette n’a pas été imprimée ici : c’est un timbre ou celle du client.</translation>
  </message>
  <message>
   <source>This line of the address is empty. Ask the customer.</source>
   <translation>Cette ligne de l’adresse est vide. Demandez au client.</translation>
  </message>
  <message>
   <source>This list does not exist any more.</source>
   <translation>Ce bordereau n’existe plus.</translation>
  </message>
  <message>
   <source>This list has gone with the carrier already. Begin a new one for the next.</source>
   <translation>Cette liste est déjà partie avec le transporteur. Commencez-en une nouvelle.</translation>
  </message>
  <message>
   <source>This list is full ({limit}). Hand it over and begin the next one.</source>
   <translation>Ce bordereau est plein ({limit}). Remettez-le et commencez le suivant.</translation>
  </message>
  <message>
   <source>This list was handed over already. Begin a new one.</source>
   <translation>Ce bordereau est déjà remis. Commencez-en un autre.</translation>
  </message>
  <message>
   <source>This mailbox cannot change to that state.</source>
   <translation>Cette boîte ne peut pas passer à cet état.</translation>
  </message>
  <message>
   <source>This mailbox is not in the register.</source>
   <translation>Cette boîte n’est pas dans le registre.</translation>
  </message>
  <message>
   <source>This needs access level {least_level}; you have level {level}. Ask a colleague who has it.</source>
   <translation>Cela demande le niveau d’accès {least_level} ; vous avez le niveau {level}. Demandez à un collègue qui l’a.</translation>
  </message>
  <message>
   <source>This network asks for a sign-in page. Open a browser and sign in.</source>
   <translation>Ce réseau demande une page de connexion. Ouvrez un navigateur et connectez-vous.</translation>
  </message>
  <message>
   <source>This number has a holder and a former one. Look for whom the piece is, then choose.</source>
   <translation>Ce numéro a un titulaire et un ancien titulaire. Regardez pour qui est l’article, puis choisissez.</translation>
  </message>
  <message>
   <source>This number is of another carrier than the one that was priced. Take the right label.</source>
   <translation>Ce numéro est d’un autre transporteur que celui du prix. Prenez la bonne étiquette.</translation>
  </message>
  <message>
   <source>This paper belongs to another pickup, and a paper is good for one. Ask the customer for a new one.</source>
   <translation>Cette procuration appartient à un autre ramassage, et elle n’est valable qu’une fois. Demandez-en une nouvelle au client.</translation>
  </message>
  <message>
   <source>This parcel has no label now, so there is nothing to print.</source>
   <translation>Ce colis n’a pas d’étiquette pour le moment, il n’y a rien à imprimer.</translation>
  </message>
  <message>
   <source>This parcel is not for this carrier. Do not hand it over.</source>
   <translation>Ce colis n’est pas pour ce transporteur. Ne le remettez pas.</translation>
  </message>
  <message>
   <source>This parcel of PMB {mailbox} has no label yet. Keep it here and finish its task first.</source>
   <translation>Ce colis de PMB {mailbox} n’a pas encore d’étiquette. Gardez-le et finissez d’abord sa tâche.</translation>
  </message>
  <message>
   <source>This person may collect with an ID. Insert mail only for the other names on the form.</source>
   <translation>Cette personne peut retirer avec une pièce d’identité. N’insérez que pour les autres noms du formulaire.</translation>
  </message>
  <message>
   <source>This photo is damaged and is not shown.</source>
   <translation>Cette photo est endommagée et n’est pas affichée.</translation>
  </message>
  <message>
   <source>This photo is kept at the centre, and this computer is offline. Look again when it is online.</source>
   <translation>Cette photo est conservée au centre et cet ordinateur est hors ligne. Regardez à nouveau quand il sera en ligne.</translation>
  </message>
  <message>
   <source>This photo is not on this computer any more.</source>
   <translation>Cette photo n’est plus sur cet ordinateur.</translation>
  </message>
  <message>
   <source>This pickup does not exist any more.</source>
   <translation>Ce ramassage n’existe plus.</translation>
  </message>
  <message>
   <source>This pickup is not at that step.</source>
   <translation>Ce ramassage n’est pas à cette étape.</translation>
  </message>
  <message>
   <source>This piece has no label yet. Seal the pieces first.</source>
   <translation>Cet article n’a pas encore d’étiquette. Scellez d’abord les articles.</translation>
  </message>
  <message>
   <source>This piece is not on the shred pile. Nothing was done.</source>
   <translation>Cet article n’est pas sur la pile à déchiqueter. Rien n’a été fait.</translation>
  </message>
  <message>
   <source>This piece is not part of the pickup yet. Add it with “More pieces”.</source>
   <translation>Cet article n’est pas encore dans le ramassage. Ajoutez-le avec « Plus d’articles ».</translation>
  </message>
  <message>
   <source>This place has another zone in a line above</source>
   <translation>Cet endroit a une autre zone dans une ligne au-dessus</translation>
  </message>
  <message>
   <source>This program and the centre have no common version. Update the program on this computer.</source>
   <translation>Ce programme et le service central n’ont pas de version commune. Mettez à jour le programme sur cet ordinateur.</translation>
  </message>
  <message>
   <source>This program cannot work on this kind of task yet. Update Counter, or do it in the portal.</source>
   <translation>Ce programme ne sait pas encore traiter ce genre de tâche. Mettez Counter à jour, ou passez par le portail.</translation>
  </message>
  <message>
   <source>This program does not know this kind of label.</source>
   <translation>Ce programme ne connaît pas ce type d’étiquette.</translation>
  </message>
  <message>
   <source>This recovery sheet is of another computer, or an older one. Nothing was changed.</source>
   <translation>Cette fiche de récupération est celle d’un autre ordinateur, ou une plus ancienne. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>This scale speaks a language that Counter does not know.</source>
   <translation>Cette balance parle un langage que Counter ne connaît pas.</translation>
  </message>
  <message>
   <source>This scanner speaks a language that Counter does not know.</source>
   <translation>Ce lecteur parle un langage que Counter ne connaît pas.</translation>
  </message>
  <message>
   <source>This service was there already</source>
   <translation>Ce service y est déjà</translation>
  </message>
  <message>
   <source>This shelf was never set up, so it can be neither closed nor opened. Set it up first.</source>
   <translation>Cette étagère n’a jamais été créée : elle ne peut être ni fermée ni rouverte. Créez-la d’abord.</translation>
  </message>
  <message>
   <source>This store does not ship with that carrier. Choose another one.</source>
   <translation>Ce magasin n’expédie pas avec ce transporteur. Choisissez-en un autre.</translation>
  </message>
  <message>
   <source>This store hands out by appointment only. Agree on a day and a time.</source>
   <translation>Ce centre ne remet que sur rendez-vous. Convenez d’un jour et d’une heure.</translation>
  </message>
  <message>
   <source>This store has no type called “{type}” any more. Choose another type.</source>
   <translation>Ce magasin n’a plus de type appelé « {type} ». Choisissez un autre type.</translation>
  </message>
  <message>
   <source>This system has no place for the key of the store. Set a passphrase, or ask your support.</source>
   <translation>Ce système n’a pas d’emplacement pour la clé de la base. Définissez une phrase secrète, ou demandez à l’assistance.</translation>
  </message>
  <message>
   <source>This task does not exist any more.</source>
   <translation>Cette tâche n’existe plus.</translation>
  </message>
  <message>
   <source>This task is charged already. A correction is a request for a refund or an extra charge.</source>
   <translation>Cette tâche est déjà débitée. Une correction est une demande de remboursement ou de frais supplémentaires.</translation>
  </message>
  <message>
   <source>This task is finished or was given up. Choose another one.</source>
   <translation>Cette tâche est terminée ou abandonnée. Choisissez-en une autre.</translation>
  </message>
  <message>
   <source>This task is no consolidation. Choose another one.</source>
   <translation>Cette tâche n’est pas un groupage. Choisissez-en une autre.</translation>
  </message>
  <message>
   <source>This task is no parcel. Choose another one.</source>
   <translation>Cette tâche n’est pas un colis. Choisissez-en une autre.</translation>
  </message>
  <message>
   <source>This task is no personal delivery.</source>
   <translation>Cette tâche n’est pas une livraison personnelle.</translation>
  </message>
  <message>
   <source>This task is not at that step.</source>
   <translation>Cette tâche n’en est pas à cette étape.</translation>
  </message>
  <message>
   <source>This tracking number came in before, as {mail_id} (PMB {mailbox}). Give a reason to take it again.</source>
   <translation>Ce numéro de suivi est déjà arrivé, sous {mail_id} (PMB {mailbox}). Donnez un motif pour le prendre de nouveau.</translation>
  </message>
  <message>
   <source>This user may not open it. Ask whoever set this computer up.</source>
   <translation>Cet utilisateur n’a pas le droit de l’ouvrir. Demandez à la personne qui a installé cet ordinateur.</translation>
  </message>
  <message>
   <source>This was stopped before it was done. Nothing was left behind.</source>
   <translation>Cela a été arrêté avant la fin. Il n’en reste rien.</translation>
  </message>
  <message>
   <source>This weight has a price already</source>
   <translation>Ce poids a déjà un prix</translation>
  </message>
  <message>
   <source>This {carrier} number has not come in here. Do you have the piece in hand?</source>
   <translation>Ce numéro {carrier} n’est pas encore arrivé ici. Avez-vous l’article en main ?</translation>
  </message>
  <message>
   <source>Tick that you hand the pieces to the driver.</source>
   <translation>Cochez que vous remettez les articles au chauffeur.</translation>
  </message>
  <message>
   <source>Today is the last free day of storage for {mail_id}. Remind the customer.</source>
   <translation>Dernier jour de stockage gratuit pour {mail_id}. Rappelez-le au client.</translation>
  </message>
  <message>
   <source>Too heavy for this scale.</source>
   <translation>Trop lourd pour cette balance.</translation>
  </message>
  <message>
   <source>Too heavy or too large for {carriers}. You can go on, but it may not ship as one parcel.</source>
   <translation>Trop lourd ou trop grand pour {carriers}. Vous pouvez continuer, mais il ne partira peut-être pas en un seul colis.</translation>
  </message>
  <message>
   <source>Too many wrong passphrases. Nothing is lost: open the store with the recovery sheet.</source>
   <translation>Trop de phrases secrètes fausses. Rien n’est perdu : ouvrez la base avec la fiche de récupération.</translation>
  </message>
  <message>
   <source>Too many wrong tries. Sign in while the computer is online, or ask a manager.</source>
   <translation>Trop d’essais faux. Connectez-vous quand l’ordinateur est en ligne, ou demandez à un responsable.</translation>
  </message>
  <message>
   <source>Too many wrong tries. Wait a few minutes and try again.</source>
   <translation>Trop d’essais faux. Attendez quelques minutes et réessayez.</translation>
  </message>
  <message>
   <source>Turn and capacity of {shelf} are numbers from 0 to 9999. Nothing was changed.</source>
   <translation>Le rang et la capacité de {shelf} sont des nombres de 0 à 9999. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>Two counters did something here that cannot both be, and the central service asks you to settle it. Find out what is true, put it right, then mark this as seen.</source>
   <translation>Deux guichets ont fait ici des choses qui se contredisent, et le service central vous demande de trancher. Cherchez ce qui est vrai, corrigez-le, puis marquez ceci comme vu.</translation>
  </message>
  <message>
   <source>Two counters say different things about this piece. A manager has to look at it in the Inbox.</source>
   <translation>Deux postes disent des choses différentes de cet article. Un responsable doit le regarder dans « À examiner ».</translation>
  </message>
  <message>
   <source>Two devices have the same name.</source>
   <translation>Deux appareils ont le même nom.</translation>
  </message>
  <message>
   <source>Two of the same kind are plugged in. Say in the settings which one it is, by its serial number.</source>
   <translation>Deux appareils du même type sont branchés. Dites dans les réglages lequel c’est, par son numéro de série.</translation>
  </message>
  <message>
   <source>Two scans ran into each other and were dropped. Scan again.</source>
   <translation>Deux scans se sont mêlés et n’ont pas été pris. Scannez de nouveau.</translation>
  </message>
  <message>
   <source>Type an amount in dollars and cents, such as 12.50.</source>
   <translation>Saisissez un montant en dollars et cents, par exemple 12,50.</translation>
  </message>
  <message>
   <source>Type or scan anything: a piece, a mailbox, a name, a phone number.</source>
   <translation>Saisissez ou scannez n’importe quoi : un article, une boîte, un nom, un téléphone.</translation>
  </message>
  <message>
   <source>Type the bank that is printed on the check.</source>
   <translation>Saisissez la banque imprimée sur le chèque.</translation>
  </message>
  <message>
   <source>Type the carrier's retail price first; without it nobody can see how far the store is above it.</source>
   <translation>Tapez d’abord le prix public du transporteur ; sans lui, personne ne voit de combien le magasin le dépasse.</translation>
  </message>
  <message>
   <source>Type the carrier's service, such as Ground.</source>
   <translation>Tapez le service du transporteur, par exemple Ground.</translation>
  </message>
  <message>
   <source>Type the code that the driver says.</source>
   <translation>Saisissez le code que donne le chauffeur.</translation>
  </message>
  <message>
   <source>Type the country as two letters, such as US or CA.</source>
   <translation>Tapez le pays en deux lettres, par exemple US ou CA.</translation>
  </message>
  <message>
   <source>Type the date on the check as year-month-day, such as 2026-03-02.</source>
   <translation>Saisissez la date du chèque sous la forme année-mois-jour, par exemple 2026-03-02.</translation>
  </message>
  <message>
   <source>Type the name as it stands on the ID.</source>
   <translation>Saisissez le nom tel qu’il figure sur la pièce d’identité.</translation>
  </message>
  <message>
   <source>Type the name that stands on the piece.</source>
   <translation>Saisissez le nom qui figure sur l’article.</translation>
  </message>
  <message>
   <source>Type until when the paper is good, as 2026-11-30. A paper without a date is good for today only.</source>
   <translation>Saisissez jusqu’à quand la procuration est valable, comme 2026-11-30. Sans date, elle ne vaut que pour aujourd’hui.</translation>
  </message>
  <message>
   <source>Type who may collect, as the paper says it.</source>
   <translation>Saisissez qui peut retirer, comme l’indique la procuration.</translation>
  </message>
  <message>
   <source>Updating the store for this Counter …</source>
   <translation>Mise à jour de la base pour cette version de Counter…</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: comparing it with the old one …</source>
   <translation>Mise à jour de la base pour cette version de Counter : comparaison avec l’ancienne…</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: copying it …</source>
   <translation>Mise à jour de la base pour cette version de Counter : copie…</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: nearly done …</source>
   <translation>Mise à jour de la base pour cette version de Counter : presque terminé…</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: saving a backup …</source>
   <translation>Mise à jour de la base pour cette version de Counter : enregistrement d’une sauvegarde…</translation>
  </message>
  <message>
   <source>With a driver, for PMB {mailbox}.</source>
   <translation>Chez un chauffeur, pour PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Without the internet this store hands nothing over unpaid. Wait, or ask the owner.</source>
   <translation>Sans internet, ce centre de courrier ne remet rien d’impayé. Attendez, ou demandez au propriétaire.</translation>
  </message>
  <message>
   <source>Write a whole number</source>
   <translation>Écrivez un nombre entier</translation>
  </message>
  <message>
   <source>Write both dates as 2026-01-31</source>
   <translation>Écrivez les deux dates comme 2026-01-31</translation>
  </message>
  <message>
   <source>Write down how the customer came by these pieces; nothing is charged for them.</source>
   <translation>Notez comment le client a eu ces articles ; rien n’est facturé pour eux.</translation>
  </message>
  <message>
   <source>Write down why in your own words; the customer is told.</source>
   <translation>Notez pourquoi avec vos mots ; le client en est informé.</translation>
  </message>
  <message>
   <source>Write down why the bundle is taken apart.</source>
   <translation>Écrivez pourquoi le lot est défait.</translation>
  </message>
  <message>
   <source>Write down why the label is taken back.</source>
   <translation>Écrivez pourquoi l’étiquette est annulée.</translation>
  </message>
  <message>
   <source>Write down why the store gives this fee up.</source>
   <translation>Notez pourquoi le centre abandonne ces frais.</translation>
  </message>
  <message>
   <source>Write down why they wait until tomorrow.</source>
   <translation>Notez pourquoi ils attendent demain.</translation>
  </message>
  <message>
   <source>Write down why you take it over; it stays in the history.</source>
   <translation>Notez pourquoi vous le reprenez ; cela reste dans l’historique.</translation>
  </message>
  <message>
   <source>Write down why {mail_id} is given up; its story keeps it, and the customer is told.</source>
   <translation>Écrivez pourquoi la recherche de {mail_id} est abandonnée ; son histoire le garde, et le client en est informé.</translation>
  </message>
  <message>
   <source>Write down why; both histories keep it.</source>
   <translation>Écrivez pourquoi ; les deux historiques le gardent.</translation>
  </message>
  <message>
   <source>Write down why; it is kept with the delivery.</source>
   <translation>Notez pourquoi ; c’est conservé avec la livraison.</translation>
  </message>
  <message>
   <source>Write down why; the customer is told.</source>
   <translation>Écrivez pourquoi ; le client en est informé.</translation>
  </message>
  <message>
   <source>Write the day as 2026-11-30 and the time as 14:30, the store's time.</source>
   <translation>Écrivez le jour comme 2026-11-30 et l’heure comme 14:30, à l’heure du centre.</translation>
  </message>
  <message>
   <source>Write three digits, a range such as 100-149, or a country</source>
   <translation>Écrivez trois chiffres, une plage comme 100-149 ou un pays</translation>
  </message>
  <message>
   <source>Yes: hand over</source>
   <translation>Oui : à remettre</translation>
  </message>
  <message>
   <source>Yes: in its pickup</source>
   <translation>Oui : dans son ramassage</translation>
  </message>
  <message>
   <source>Yes: insert</source>
   <translation>Oui : à insérer</translation>
  </message>
  <message>
   <source>Yes: insert and warn</source>
   <translation>Oui : insérer et prévenir</translation>
  </message>
  <message>
   <source>Your permission to work offline has run out. Sign in while the computer is online.</source>
   <translation>Votre autorisation de travailler hors ligne a expiré. Connectez-vous quand l’ordinateur est en ligne.</translation>
  </message>
  <message>
   <source>{by} is working on this pickup. Ask, or take it over with a reason.</source>
   <translation>{by} travaille sur ce ramassage. Demandez-lui, ou reprenez-le avec un motif.</translation>
  </message>
  <message>
   <source>{by} works on it</source>
   <translation>{by} s’en occupe</translation>
  </message>
  <message>
   <source>{by} works on this task. Take it over with a reason, or choose another one.</source>
   <translation>{by} travaille sur cette tâche. Reprenez-la avec une raison, ou choisissez-en une autre.</translation>
  </message>
  <message>
   <source>{carrier} {version} is imported: {rows} lines.</source>
   <translation>{carrier} {version} est importé : {rows} lignes.</translation>
  </message>
  <message>
   <source>{carrier} {version} is replaced: {rows} lines.</source>
   <translation>{carrier} {version} est remplacé : {rows} lignes.</translation>
  </message>
  <message>
   <source>{count} acts that the centre does not have were saved to {file}. Give this file to your support.</source>
   <translation>Actes que le service central n’a pas, enregistrés dans {file} : {count}. Donnez ce fichier à l’assistance.</translation>
  </message>
  <message>
   <source>{count} pieces do not fit on one fetch list; {most} do. Choose fewer pieces.</source>
   <translation>{count} articles ne tiennent pas sur une liste ; {most} y tiennent. Choisissez-en moins.</translation>
  </message>
  <message>
   <source>{file} could not be written ({why}). What was there is as it was: choose another place.</source>
   <translation>{file} n’a pas pu être écrit ({why}). Ce qui s’y trouvait est intact : choisissez un autre emplacement.</translation>
  </message>
  <message>
   <source>{file} could not be written there. Is it open in another program, or the folder not yours? Try another place.</source>
   <translation>{file} n’a pas pu être écrit là. Est-il ouvert dans un autre programme, ou le dossier n’est-il pas le vôtre ? Essayez un autre emplacement.</translation>
  </message>
  <message>
   <source>{file} could not be written: the disk reports a fault. Choose another place.</source>
   <translation>{file} n’a pas pu être écrit : le disque signale un défaut. Choisissez un autre emplacement.</translation>
  </message>
  <message>
   <source>{holder} had this number before and still has pieces here ({count}). Look at each name.</source>
   <translation>{holder} avait ce numéro avant et a encore des articles ici ({count}). Regardez chaque nom.</translation>
  </message>
  <message>
   <source>{holder} had this number before. Look at the name on each piece.</source>
   <translation>{holder} avait ce numéro avant. Regardez le nom sur chaque article.</translation>
  </message>
  <message>
   <source>{holder} is in the register with the same number. Look at the name on each piece.</source>
   <translation>{holder} figure au registre avec le même numéro. Regardez le nom sur chaque article.</translation>
  </message>
  <message>
   <source>{mail_id} already belongs to PMB {mailbox}.</source>
   <translation>{mail_id} est déjà à PMB {mailbox}.</translation>
  </message>
  <message>
   <source>{mail_id} belongs to PMB {mailbox}.</source>
   <translation>{mail_id} est à PMB {mailbox}.</translation>
  </message>
  <message>
   <source>{mail_id} belongs to another mailbox (PMB {mailbox}). Pieces of two mailboxes never travel together.</source>
   <translation>{mail_id} est d’une autre boîte (PMB {mailbox}). Les pièces de deux boîtes ne voyagent jamais ensemble.</translation>
  </message>
  <message>
   <source>{mail_id} can still be saved until {until} and is not shredded before. Leave it on the pile.</source>
   <translation>{mail_id} peut encore être sauvé jusqu’au {until} et n’est pas déchiqueté avant. Laissez-le sur la pile.</translation>
  </message>
  <message>
   <source>{mail_id} has left the shelf through another task. Go on without it; its own page says where it went.</source>
   <translation>{mail_id} a quitté l’étagère par une autre tâche. Continuez sans cette pièce ; sa page dit où elle est allée.</translation>
  </message>
  <message>
   <source>{mail_id} has no finished scan. A check is deposited only after the customer has seen it: scan it first.</source>
   <translation>{mail_id} n’a pas de numérisation terminée. Un chèque n’est déposé qu’après que le client l’a vu : numérisez-le d’abord.</translation>
  </message>
  <message>
   <source>{mail_id} is all that is left of a task that is paid. Ask support to give the money back; until then it stays in the search.</source>
   <translation>{mail_id} est tout ce qui reste d’une tâche payée. Demandez à l’assistance de rembourser ; d’ici là, les recherches continuent.</translation>
  </message>
  <message>
   <source>{mail_id} is being searched for already.</source>
   <translation>{mail_id} est déjà recherché.</translation>
  </message>
  <message>
   <source>{mail_id} is in another task. Finish or decline that first.</source>
   <translation>{mail_id} est dans une autre tâche. Terminez-la ou refusez-la d’abord.</translation>
  </message>
  <message>
   <source>{mail_id} is marked already. Nothing was changed.</source>
   <translation>{mail_id} est déjà marqué. Rien n’a changé.</translation>
  </message>
  <message>
   <source>{mail_id} is marked to go back to its sender. Take the mark back first, if it is to stay.</source>
   <translation>{mail_id} doit retourner à l’expéditeur. Annulez d’abord ce retour s’il doit rester.</translation>
  </message>
  <message>
   <source>{mail_id} is not marked to go back. Keep it here: do not give it to the carrier.</source>
   <translation>{mail_id} n’est pas à retourner. Gardez-le ici : ne le donnez pas au transporteur.</translation>
  </message>
  <message>
   <source>{mail_id} is not on the shelf any more.</source>
   <translation>{mail_id} n’est plus sur l’étagère.</translation>
  </message>
  <message>
   <source>{mail_id} is not on this list. Put it back where you took it; it lies on {shelf}.</source>
   <translation>{mail_id} n’est pas sur cette liste. Remettez-le où vous l’avez pris : sa place est {shelf}.</translation>
  </message>
  <message>
   <source>{mail_id} is not searched for any more; somebody has found it or handed it over.</source>
   <translation>{mail_id} n’est plus recherché ; quelqu’un l’a retrouvé ou remis.</translation>
  </message>
  <message>
   <source>{mail_id} is not with the driver of this delivery. Look it up in the box above.</source>
   <translation>{mail_id} n’est pas chez le chauffeur de cette livraison. Cherchez-le dans le champ ci-dessus.</translation>
  </message>
  <message>
   <source>{mail_id} lies on {shelf}. More lies there now than fits ({pieces} of {capacity}): look for room.</source>
   <translation>{mail_id} est sur {shelf}. Il y a là plus d’articles que de places ({pieces} pour {capacity}) : cherchez de la place.</translation>
  </message>
  <message>
   <source>{mail_id} was not asked for in this task. Put it back on its shelf.</source>
   <translation>{mail_id} n’est pas demandée dans cette tâche. Remettez-la à sa place.</translation>
  </message>
  <message>
   <source>{most} pieces or more lie on {shelf}; so many cannot be counted at once. Divide the shelf into several first.</source>
   <translation>Il y a {most} articles ou plus sur {shelf} : c’est trop pour un seul inventaire. Divisez d’abord l’étagère.</translation>
  </message>
  <message>
   <source>{name} may collect, but gets no mail here.</source>
   <translation>{name} peut retirer, mais ne reçoit pas de courrier ici.</translation>
  </message>
  <message>
   <source>{name} stands on the form of PMB {mailbox} no longer: no mail comes in for this name.</source>
   <translation>{name} ne figure plus sur le formulaire de PMB {mailbox} : rien n’est accepté pour ce nom.</translation>
  </message>
  <message>
   <source>{number} was scanned, but the piece in hand has {there}. Receive or clear it first, then scan the next one.</source>
   <translation>{number} a été scanné, mais l’article en main a {there}. Réceptionnez-le ou effacez-le d’abord, puis scannez le suivant.</translation>
  </message>
  <message>
   <source>{other} is another shelf, and {shelf} is still being counted. End or leave that count first.</source>
   <translation>{other} est une autre étagère, et {shelf} est encore en inventaire. Terminez-le ou quittez-le d’abord.</translation>
  </message>
  <message>
   <source>{pages} pages would be sent, but {charged} were charged. Send it all the same, or ask for a refund or an extra charge.</source>
   <translation>{pages} pages seraient envoyées, mais {charged} ont été facturées. Envoyez quand même, ou demandez un remboursement ou des frais supplémentaires.</translation>
  </message>
  <message>
   <source>{pieces} pieces were counted and {recorded} are recorded; {accountable} were accountable and {seen} are marked so. Look for the difference, or write down why it is so.</source>
   <translation>{pieces} envois comptés et {recorded} enregistrés ; {accountable} avec signature et {seen} marqués ainsi. Cherchez la différence, ou notez sa raison.</translation>
  </message>
  <message>
   <source>{rescued} of {total} acts were rescued; {count} between {since} and {until} are missing. Check the pieces of that time on the shelves; what the centre had comes back by itself.</source>
   <translation>Actes sauvés : {rescued} sur {total} ; manquants : {count}, entre {since} et {until}. Vérifiez sur les étagères les articles de cette période ; ce que le service central avait revient de lui-même.</translation>
  </message>
  <message>
   <source>“Mail received” is for mailboxes that are not approved or on hold. PMB {mailbox} is neither.</source>
   <translation>« Courrier reçu » sert aux boîtes non approuvées ou suspendues. PMB {mailbox} n’est ni l’une ni l’autre.</translation>
  </message>
  <message>
   <source>“{asked}” is neither a shelf nor a piece that is known here. Receive the piece first, or scan another code.</source>
   <translation>« {asked} » n’est ni une étagère ni un article connu ici. Réceptionnez d’abord l’article, ou scannez un autre code.</translation>
  </message>
  <message>
   <source>“{code}” is no tracking number, mailbox or shelf that Counter knows. Nothing was changed: scan another code, or type the number into its field.</source>
   <translation>« {code} » n’est ni un numéro de suivi, ni une boîte, ni une étagère que Counter connaît. Rien n’a été changé : scannez un autre code, ou saisissez le numéro dans son champ.</translation>
  </message>
  <message>
   <source>“{mailbox}” is no mailbox number. Type the number that stands on the piece, or leave it empty.</source>
   <translation>« {mailbox} » n’est pas un numéro de boîte. Saisissez le numéro inscrit sur l’article, ou laissez vide.</translation>
  </message>
  <message>
   <source>“{name}” came in before the register was here. Hold it against the Form 1583 and put it into its mailbox.</source>
   <translation>« {name} » est arrivé avant le fichier clients. Comparez-le au formulaire 1583 et mettez-le dans sa boîte.</translation>
  </message>
  <message>
   <source>“{name}” is not on the Form 1583 of PMB {mailbox}. Do not insert it: keep it as unassigned or return it.</source>
   <translation>« {name} » ne figure pas sur le formulaire 1583 de PMB {mailbox}. Ne l’insérez pas : gardez-le non attribué ou retournez-le.</translation>
  </message>
  <message>
   <source>“{name}” looks like {likely} on PMB {mailbox}. Is it that person? Look at the piece and say so.</source>
   <translation>« {name} » ressemble à {likely} de PMB {mailbox}. Est-ce cette personne ? Regardez l’article et dites-le.</translation>
  </message>
  <message>
   <source>“{name}” may not collect here. The customer can add this person to the Form 1583, or give a signed paper for this once.</source>
   <translation>« {name} » ne peut rien retirer ici. Le client peut ajouter cette personne au formulaire 1583, ou donner une procuration signée pour cette fois.</translation>
  </message>
  <message>
   <source>“{shelf}” is not a shelf. Shelves are letters, digits and dashes, at most 12.</source>
   <translation>« {shelf} » n’est pas une étagère. Une étagère : lettres, chiffres et tirets, 12 au plus.</translation>
  </message>
 </context>
 <context>
  <name>Shelves</name>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) were not scanned. Search for them?</source>
   <translation>
    <numerusform>%n article n’a pas été scanné. Le rechercher ?</numerusform>
    <numerusform>%n articles n’ont pas été scannés. Les rechercher ?</numerusform>
   </translation>
  </message>
  <message>
   <source>All belong here</source>
   <translation>Tout est à sa place ici</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Demandé</translation>
  </message>
  <message>
   <source>At the end, what was not scanned is searched for, and what lies here belongs here.</source>
   <translation>À la fin, ce qui n’a pas été scanné est recherché, et ce qui est ici y a sa place.</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>Retour à la liste</translation>
  </message>
  <message>
   <source>Begun {when} by {who}</source>
   <translation>Commencé : {when}, par {who}</translation>
  </message>
  <message>
   <source>Belongs elsewhere</source>
   <translation>Place ailleurs</translation>
  </message>
  <message>
   <source>Beside it</source>
   <translation>À côté</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Casier</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Par</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>Change {shelf}</source>
   <translation>Modifier {shelf}</translation>
  </message>
  <message>
   <source>Check deposit</source>
   <translation>Dépôt de chèque</translation>
  </message>
  <message>
   <source>Close it</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Fermée</translation>
  </message>
  <message>
   <source>Code on its label</source>
   <translation>Code de l’étiquette</translation>
  </message>
  <message>
   <source>Colleagues asked</source>
   <translation>Collègues</translation>
  </message>
  <message>
   <source>Consolidate</source>
   <translation>Regroupement</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Inventaire</translation>
  </message>
  <message>
   <source>Count a shelf</source>
   <translation>Compter une étagère</translation>
  </message>
  <message>
   <source>Count this shelf</source>
   <translation>Compter</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Compté</translation>
  </message>
  <message>
   <source>Counting {shelf}</source>
   <translation>Inventaire de {shelf}</translation>
  </message>
  <message>
   <source>Declare lost</source>
   <translation>Déclarer perdu</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Élimination</translation>
  </message>
  <message>
   <source>Doing what</source>
   <translation>En faisant quoi</translation>
  </message>
  <message>
   <source>Drop the count</source>
   <translation>Abandonner l’inventaire</translation>
  </message>
  <message>
   <source>Drop the count of {shelf}? Nothing follows from it.</source>
   <translation>Abandonner l’inventaire de {shelf} ? Il n’aura aucune suite.</translation>
  </message>
  <message>
   <source>End and search</source>
   <translation>Terminer et rechercher</translation>
  </message>
  <message>
   <source>End the count</source>
   <translation>Terminer</translation>
  </message>
  <message>
   <source>Enter: belongs here</source>
   <translation>Entrée : ici</translation>
  </message>
  <message>
   <source>Enter: receive it</source>
   <translation>Entrée : réceptionner</translation>
  </message>
  <message>
   <source>Fetch</source>
   <translation>À chercher</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>Pris</translation>
  </message>
  <message>
   <source>Fits (pieces, 0 for any)</source>
   <translation>Places (0 : sans limite)</translation>
  </message>
  <message>
   <source>Floor</source>
   <translation>Sol</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>Found, in my hand</source>
   <translation>Retrouvé, en main</translation>
  </message>
  <message>
   <source>Front, Back, Cellar</source>
   <translation>Devant, Arrière, Cave</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>Pleine</translation>
  </message>
  <message>
   <source>Go on counting</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>It is searched for from now on; see Missing.</source>
   <translation>Il est désormais recherché ; voyez Manquants.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Sorte</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Vu en dernier</translation>
  </message>
  <message>
   <source>Left by the register</source>
   <translation>Parti selon le registre</translation>
  </message>
  <message>
   <source>Looked for it in</source>
   <translation>Déjà cherché</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Perdu</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Missed by</source>
   <translation>Signalé par</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Manquants</translation>
  </message>
  <message>
   <source>New shelf</source>
   <translation>Nouvelle</translation>
  </message>
  <message>
   <source>No shelf</source>
   <translation>Sans étagère</translation>
  </message>
  <message>
   <source>No shelf yet</source>
   <translation>Pas encore d’étagère</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Pas trouvé</translation>
  </message>
  <message>
   <source>Not scanned yet</source>
   <translation>Pas encore scanné</translation>
  </message>
  <message>
   <source>Not set up</source>
   <translation>Pas créée</translation>
  </message>
  <message>
   <source>Not there</source>
   <translation>Pas là</translation>
  </message>
  <message>
   <source>Nothing is missing</source>
   <translation>Rien ne manque</translation>
  </message>
  <message>
   <source>Nothing to fetch</source>
   <translation>Rien à chercher</translation>
  </message>
  <message>
   <source>On the books</source>
   <translation>Au registre</translation>
  </message>
  <message>
   <source>Open and scan</source>
   <translation>Numérisation</translation>
  </message>
  <message>
   <source>Other shelves</source>
   <translation>Autres étagères</translation>
  </message>
  <message>
   <source>Outgoing mail</source>
   <translation>Départs</translation>
  </message>
  <message>
   <source>Personal delivery</source>
   <translation>Livraison personnelle</translation>
  </message>
  <message>
   <source>Physical boxes</source>
   <translation>Boîtes</translation>
  </message>
  <message>
   <source>Pickup</source>
   <translation>Ramassage</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Pieces of tasks and of pickups that customers asked for come here, in walking order.</source>
   <translation>Les articles des tâches et des ramassages demandés par les clients viennent ici, dans l’ordre du parcours.</translation>
  </message>
  <message>
   <source>Pieces of this count</source>
   <translation>Articles de cet inventaire</translation>
  </message>
  <message>
   <source>Pieces on the chosen shelf</source>
   <translation>Articles sur l’étagère choisie</translation>
  </message>
  <message>
   <source>Pieces that are searched for</source>
   <translation>Articles recherchés</translation>
  </message>
  <message>
   <source>Pieces that you scan are put on {shelf} until you scan another shelf. Esc ends.</source>
   <translation>Les articles que vous scannez sont posés sur {shelf} jusqu’à ce que vous scanniez une autre étagère. Échap termine.</translation>
  </message>
  <message>
   <source>Pieces to fetch</source>
   <translation>Articles à chercher</translation>
  </message>
  <message>
   <source>Print the list</source>
   <translation>Imprimer</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Retours</translation>
  </message>
  <message>
   <source>Room</source>
   <translation>De la place</translation>
  </message>
  <message numerus="yes">
   <source>Room for %n</source>
   <translation>
    <numerusform>Place pour %n</numerusform>
    <numerusform>Place pour %n</numerusform>
   </translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Scan the label of a shelf, then every piece that lies there. A count that was left is gone on with.</source>
   <translation>Scannez l’étiquette d’une étagère, puis chaque article qui s’y trouve. Un inventaire interrompu se poursuit.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Recherche</translation>
  </message>
  <message>
   <source>Searched for</source>
   <translation>Recherché</translation>
  </message>
  <message>
   <source>Set it up</source>
   <translation>La créer</translation>
  </message>
  <message>
   <source>Set up the first shelf with Ctrl+N, or scan a shelf's label and pieces to put there.</source>
   <translation>Créez la première étagère avec Ctrl+N, ou scannez l’étiquette d’une étagère puis les articles à y poser.</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Étagères</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Expédition</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Déchiquetage</translation>
  </message>
  <message>
   <source>Shred pile</source>
   <translation>Pile à déchiqueter</translation>
  </message>
  <message>
   <source>Since {when}</source>
   <translation>Depuis {when}</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Histoire</translation>
  </message>
  <message>
   <source>The fetch list is printing</source>
   <translation>La liste s’imprime</translation>
  </message>
  <message>
   <source>The label of {shelf} is printing</source>
   <translation>L’étiquette de {shelf} s’imprime</translation>
  </message>
  <message>
   <source>The shelf is as the register says.</source>
   <translation>L’étagère est conforme au registre.</translation>
  </message>
  <message>
   <source>There</source>
   <translation>Présent</translation>
  </message>
  <message>
   <source>There is no shelf {shelf} yet. Set it up?</source>
   <translation>Il n’y a pas encore d’étagère {shelf}. La créer ?</translation>
  </message>
  <message>
   <source>To be fetched</source>
   <translation>À chercher</translation>
  </message>
  <message>
   <source>To fetch</source>
   <translation>À chercher</translation>
  </message>
  <message>
   <source>Turn on the walk</source>
   <translation>Rang du parcours</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Use it again</source>
   <translation>Remettre en service</translation>
  </message>
  <message>
   <source>Use it as it is</source>
   <translation>L’utiliser telle quelle</translation>
  </message>
  <message>
   <source>Was on</source>
   <translation>Était sur</translation>
  </message>
  <message>
   <source>What is not found at a hand-over, in a task or in a count comes here, with where it was seen last.</source>
   <translation>Ce qui n’est pas trouvé lors d’une remise, d’une tâche ou d’un inventaire vient ici, avec l’endroit où il a été vu en dernier.</translation>
  </message>
  <message>
   <source>Why is it given up?</source>
   <translation>Pourquoi abandonner ?</translation>
  </message>
  <message>
   <source>Zone</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>not set up</source>
   <translation>pas créée</translation>
  </message>
  <message>
   <source>room for {capacity}</source>
   <translation>{capacity} places</translation>
  </message>
  <message>
   <source>turn {turn}</source>
   <translation>rang {turn}</translation>
  </message>
  <message>
   <source>{done} of {whole} fetched</source>
   <translation>{done} sur {whole}</translation>
  </message>
  <message>
   <source>{open} of {all}</source>
   <translation>{open} sur {all}</translation>
  </message>
  <message>
   <source>{pieces} pieces here, {free} without a shelf</source>
   <translation>{pieces} articles ici, dont {free} sans étagère</translation>
  </message>
  <message>
   <source>{piece} is declared lost</source>
   <translation>{piece} est déclaré perdu</translation>
  </message>
  <message>
   <source>{piece} is declared lost; its task goes on without it</source>
   <translation>{piece} est déclaré perdu ; sa tâche continue sans lui</translation>
  </message>
  <message>
   <source>{piece} is found again. Put it on a shelf now: scan it on the map.</source>
   <translation>{piece} est retrouvé. Posez-le maintenant sur une étagère : scannez-le sur le plan.</translation>
  </message>
  <message>
   <source>{piece} lies on {shelf}</source>
   <translation>{piece} est sur {shelf}</translation>
  </message>
  <message>
   <source>{piece} lies on {shelf}. Scan the shelf to put it there.</source>
   <translation>{piece} est sur {shelf}. Scannez l’étagère où le poser.</translation>
  </message>
  <message numerus="yes">
   <source>{shelf} is counted: %n piece(s) to search for</source>
   <translation>
    <numerusform>{shelf} est comptée : %n article à rechercher</numerusform>
    <numerusform>{shelf} est comptée : %n articles à rechercher</numerusform>
   </translation>
  </message>
  <message>
   <source>{shelf} is counted: nothing is missing</source>
   <translation>{shelf} est comptée : rien ne manque</translation>
  </message>
 </context>
 <context>
  <name>Ship</name>
  <message numerus="yes">
   <source>%n customs line(s)</source>
   <translation>
    <numerusform>%n ligne de douane</numerusform>
    <numerusform>%n lignes de douane</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n line(s) are wrong</source>
   <translation>
    <numerusform>%n ligne est fausse</numerusform>
    <numerusform>%n lignes sont fausses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcel(s) handed over</source>
   <translation>
    <numerusform>%n colis remis</numerusform>
    <numerusform>%n colis remis</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) are back in the mailbox</source>
   <translation>
    <numerusform>%n pièce est de retour dans la boîte</numerusform>
    <numerusform>%n pièces sont de retour dans la boîte</numerusform>
   </translation>
  </message>
  <message>
   <source>Add customs line</source>
   <translation>Ajouter une ligne</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Alcohol</source>
   <translation>Alcool</translation>
  </message>
  <message>
   <source>Another label</source>
   <translation>Autre étiquette</translation>
  </message>
  <message>
   <source>Apartment, floor</source>
   <translation>Appartement, étage</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>Comme à l’arrivée</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Bind and print the label</source>
   <translation>Grouper et imprimer l’étiquette</translation>
  </message>
  <message>
   <source>Bind and weigh</source>
   <translation>Grouper et peser</translation>
  </message>
  <message>
   <source>Bind it anyway</source>
   <translation>Grouper quand même</translation>
  </message>
  <message>
   <source>Bound</source>
   <translation>Groupé</translation>
  </message>
  <message>
   <source>Box</source>
   <translation>Carton</translation>
  </message>
  <message>
   <source>Bundle</source>
   <translation>Lot</translation>
  </message>
  <message>
   <source>Bundles</source>
   <translation>Lots</translation>
  </message>
  <message>
   <source>Bundles on the shelf</source>
   <translation>Lots en rayon</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Carrier and price</source>
   <translation>Transporteur et prix</translation>
  </message>
  <message>
   <source>Carrier's box</source>
   <translation>Carton du transporteur</translation>
  </message>
  <message>
   <source>Carrier's envelope</source>
   <translation>Enveloppe du transporteur</translation>
  </message>
  <message>
   <source>Cash or jewels</source>
   <translation>Espèces ou bijoux</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ville</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Société</translation>
  </message>
  <message>
   <source>Consolidated pieces are here until the customer has them shipped or fetches them.</source>
   <translation>Les envois groupés restent ici jusqu’à leur expédition ou leur retrait.</translation>
  </message>
  <message>
   <source>Correct the address</source>
   <translation>Corrigez l’adresse</translation>
  </message>
  <message>
   <source>Counted as</source>
   <translation>Compté</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Pays</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Customer's own label</source>
   <translation>Étiquette du client</translation>
  </message>
  <message>
   <source>Customs: what is inside</source>
   <translation>Douane : le contenu</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Chauffeur</translation>
  </message>
  <message>
   <source>Driver left it</source>
   <translation>Laissé par le chauffeur</translation>
  </message>
  <message>
   <source>Drugs</source>
   <translation>Drogues</translation>
  </message>
  <message>
   <source>Envelope</source>
   <translation>Enveloppe</translation>
  </message>
  <message>
   <source>Fill in the customs lines</source>
   <translation>Remplissez les lignes de douane</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>Hazardous: aerosol, perfume, paint</source>
   <translation>Dangereux : aérosol, parfum, peinture</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Combien</translation>
  </message>
  <message>
   <source>Import a rate table</source>
   <translation>Importer une grille tarifaire</translation>
  </message>
  <message>
   <source>Import a table …</source>
   <translation>Importer une grille …</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>En vigueur</translation>
  </message>
  <message>
   <source>Insured for</source>
   <translation>Assuré pour</translation>
  </message>
  <message>
   <source>Is anything forbidden inside?</source>
   <translation>Y a-t-il un objet interdit ?</translation>
  </message>
  <message>
   <source>It says</source>
   <translation>On y lit</translation>
  </message>
  <message>
   <source>Keep the options</source>
   <translation>Garder les options</translation>
  </message>
  <message>
   <source>Kind of piece</source>
   <translation>Type de pièce</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Length x width x height</source>
   <translation>Longueur x largeur x hauteur</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Ligne</translation>
  </message>
  <message>
   <source>Lithium batteries</source>
   <translation>Piles au lithium</translation>
  </message>
  <message>
   <source>Look inside and answer</source>
   <translation>Regardez et répondez</translation>
  </message>
  <message>
   <source>Made in</source>
   <translation>Origine</translation>
  </message>
  <message>
   <source>Make the label</source>
   <translation>Faire l’étiquette</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>No bundle lies on a shelf</source>
   <translation>Aucun lot en rayon</translation>
  </message>
  <message>
   <source>No parcel waits for a carrier</source>
   <translation>Aucun colis n’attend un transporteur</translation>
  </message>
  <message>
   <source>No rate table yet</source>
   <translation>Pas encore de grille tarifaire</translation>
  </message>
  <message>
   <source>Not scanned</source>
   <translation>Non scanné</translation>
  </message>
  <message>
   <source>Not today</source>
   <translation>Pas aujourd’hui</translation>
  </message>
  <message>
   <source>Nothing forbidden</source>
   <translation>Rien d’interdit</translation>
  </message>
  <message>
   <source>Pack and weigh</source>
   <translation>Emballage et pesée</translation>
  </message>
  <message>
   <source>Pack and weigh the parcel</source>
   <translation>Emballez et pesez le colis</translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Emballage</translation>
  </message>
  <message>
   <source>Packed and weighed</source>
   <translation>Emballé et pesé</translation>
  </message>
  <message>
   <source>Packing slip</source>
   <translation>Bon de colisage</translation>
  </message>
  <message>
   <source>Padded envelope</source>
   <translation>Enveloppe matelassée</translation>
  </message>
  <message>
   <source>Parcel</source>
   <translation>Colis</translation>
  </message>
  <message>
   <source>Parcels appear here as soon as their label is made.</source>
   <translation>Les colis apparaissent ici dès que leur étiquette est faite.</translation>
  </message>
  <message>
   <source>Parcels for the carrier</source>
   <translation>Colis pour le transporteur</translation>
  </message>
  <message>
   <source>Perishable</source>
   <translation>Périssable</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pièces</translation>
  </message>
  <message>
   <source>Platform label</source>
   <translation>Étiquette de la plateforme</translation>
  </message>
  <message>
   <source>Postage {amount}</source>
   <translation>Port {amount}</translation>
  </message>
  <message>
   <source>Price from the table</source>
   <translation>Prix de la grille</translation>
  </message>
  <message>
   <source>Print label again</source>
   <translation>Réimprimer l’étiquette</translation>
  </message>
  <message>
   <source>Rate table (*.csv *.txt)</source>
   <translation>Grille tarifaire (*.csv *.txt)</translation>
  </message>
  <message>
   <source>Rate tables</source>
   <translation>Grilles tarifaires</translation>
  </message>
  <message>
   <source>Rates from the tables</source>
   <translation>Tarifs des grilles</translation>
  </message>
  <message>
   <source>Remove the invoice</source>
   <translation>Retirer la facture</translation>
  </message>
  <message>
   <source>Retail</source>
   <translation>Prix public</translation>
  </message>
  <message>
   <source>Retail price</source>
   <translation>Prix public</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanné</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Set carrier and price</source>
   <translation>Fixez le transporteur et le prix</translation>
  </message>
  <message>
   <source>Set the price</source>
   <translation>Fixer le prix</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Signature at delivery</source>
   <translation>Signature à la livraison</translation>
  </message>
  <message>
   <source>Something else forbidden</source>
   <translation>Autre objet interdit</translation>
  </message>
  <message>
   <source>Stamp (one letter)</source>
   <translation>Timbre (une lettre)</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Store's own label</source>
   <translation>Étiquette du magasin</translation>
  </message>
  <message>
   <source>Street and number</source>
   <translation>Rue et numéro</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Défaire</translation>
  </message>
  <message>
   <source>Take away: {line}</source>
   <translation>Retirer : {line}</translation>
  </message>
  <message>
   <source>Tariff code</source>
   <translation>Code douanier</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Téléphone</translation>
  </message>
  <message>
   <source>The address is right</source>
   <translation>L’adresse est correcte</translation>
  </message>
  <message>
   <source>The customer was quoted {amount}.</source>
   <translation>Devis donné au client : {amount}.</translation>
  </message>
  <message>
   <source>The invoice is out</source>
   <translation>La facture est retirée</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Facteur</translation>
  </message>
  <message>
   <source>Tobacco</source>
   <translation>Tabac</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Numéro de suivi</translation>
  </message>
  <message>
   <source>Tube</source>
   <translation>Tube</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>Validité</translation>
  </message>
  <message>
   <source>Value of the contents</source>
   <translation>Valeur du contenu</translation>
  </message>
  <message>
   <source>Value, insurance, customs</source>
   <translation>Valeur, assurance, douane</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Void label</source>
   <translation>Annuler l’étiquette</translation>
  </message>
  <message>
   <source>Weapon or ammunition</source>
   <translation>Arme ou munitions</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Peser</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Poids</translation>
  </message>
  <message>
   <source>What is it?</source>
   <translation>Désignation</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>Ce qui ne va pas</translation>
  </message>
  <message>
   <source>What is wrong in the file</source>
   <translation>Erreurs dans le fichier</translation>
  </message>
  <message>
   <source>Why is it taken apart?</source>
   <translation>Pourquoi défaire ce lot ?</translation>
  </message>
  <message>
   <source>Why is the label taken back?</source>
   <translation>Pourquoi annulez-vous l’étiquette ?</translation>
  </message>
  <message>
   <source>Why more than 1.2 times?</source>
   <translation>Pourquoi plus de 1,2 fois ?</translation>
  </message>
  <message>
   <source>Worth of one</source>
   <translation>Valeur unitaire</translation>
  </message>
  <message>
   <source>ZIP code</source>
   <translation>Code ZIP</translation>
  </message>
  <message>
   <source>Zone</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>insured for {amount}</source>
   <translation>assuré pour {amount}</translation>
  </message>
  <message>
   <source>remove invoice</source>
   <translation>retirer la facture</translation>
  </message>
  <message>
   <source>signature</source>
   <translation>signature</translation>
  </message>
  <message>
   <source>{count} of {all} scanned</source>
   <translation>{count} sur {all} scannés</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>6 digits</source>
   <translation>6 chiffres</translation>
  </message>
  <message>
   <source>Caps Lock is on</source>
   <translation>La touche Verr. Maj. est active</translation>
  </message>
  <message>
   <source>Changed your password? Ask the centre</source>
   <translation>Mot de passe changé ? Demander au central</translation>
  </message>
  <message>
   <source>Choose with the arrow keys, then type.</source>
   <translation>Choisissez avec les flèches, puis saisissez.</translation>
  </message>
  <message>
   <source>Clerks of this counter</source>
   <translation>Employés de ce poste</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Opening the store …</source>
   <translation>Ouverture de la base …</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>Code PIN</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Mot de passe</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Se connecter</translation>
  </message>
  <message>
   <source>Signing in …</source>
   <translation>Connexion …</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Quelqu’un d’autre</translation>
  </message>
  <message>
   <source>The first time at this counter needs the internet, once.</source>
   <translation>La première fois à ce poste demande internet, une seule fois.</translation>
  </message>
  <message>
   <source>Type your e-mail.</source>
   <translation>Saisissez votre e-mail.</translation>
  </message>
  <message>
   <source>Type your password.</source>
   <translation>Saisissez votre mot de passe.</translation>
  </message>
  <message>
   <source>Use the PIN instead</source>
   <translation>Utiliser le code PIN</translation>
  </message>
  <message>
   <source>Use the password instead</source>
   <translation>Utiliser le mot de passe</translation>
  </message>
  <message>
   <source>Who works here?</source>
   <translation>Qui travaille ici ?</translation>
  </message>
  <message>
   <source>Works without the internet. Everything is kept on this computer, encrypted, and sent when it can be.</source>
   <translation>Fonctionne sans internet. Tout est gardé sur cet ordinateur, chiffré, et transmis dès que possible.</translation>
  </message>
 </context>
 <context>
  <name>SignaturePad</name>
  <message>
   <source>Sign here</source>
   <translation>Signez ici</translation>
  </message>
 </context>
 <context>
  <name>Status</name>
  <message numerus="yes">
   <source>%n to send</source>
   <translation>
    <numerusform>%n à transmettre</numerusform>
    <numerusform>%n à transmettre</numerusform>
   </translation>
  </message>
  <message>
   <source>Backup drill due</source>
   <translation>Exercice de sauvegarde dû</translation>
  </message>
  <message>
   <source>Backup missing</source>
   <translation>Sauvegarde manquante</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Caméra</translation>
  </message>
  <message>
   <source>Computer's clock: wrong by {by}</source>
   <translation>Horloge : écart de {by}</translation>
  </message>
  <message>
   <source>Connection: offline</source>
   <translation>Connexion : hors ligne</translation>
  </message>
  <message>
   <source>Connection: online</source>
   <translation>Connexion : en ligne</translation>
  </message>
  <message>
   <source>Disk full: nothing new is written</source>
   <translation>Disque plein : rien de nouveau n’est écrit</translation>
  </message>
  <message>
   <source>Disk nearly full: {free} MB</source>
   <translation>Disque presque plein : {free} Mo</translation>
  </message>
  <message>
   <source>Document scanner</source>
   <translation>Scanner de documents</translation>
  </message>
  <message>
   <source>Label printer</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>No room for photos: {free} MB</source>
   <translation>Pas de place pour les photos : {free} Mo</translation>
  </message>
  <message>
   <source>Offline · everything is kept here</source>
   <translation>Hors ligne · tout est gardé ici</translation>
  </message>
  <message>
   <source>Online · just synced</source>
   <translation>En ligne · à jour</translation>
  </message>
  <message>
   <source>Online · not everything is sent yet</source>
   <translation>En ligne · tout n’est pas encore envoyé</translation>
  </message>
  <message>
   <source>Online · synced {age} ago</source>
   <translation>En ligne · synchronisé il y a {age}</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Reçus</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Balance</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Lecteur</translation>
  </message>
  <message>
   <source>Second backup missing</source>
   <translation>Seconde sauvegarde manquante</translation>
  </message>
  <message>
   <source>Shipping labels</source>
   <translation>Étiquettes d’expédition</translation>
  </message>
  <message>
   <source>Store damaged</source>
   <translation>Base endommagée</translation>
  </message>
  <message>
   <source>The centre refuses this computer</source>
   <translation>Le service central refuse cet ordinateur</translation>
  </message>
  <message>
   <source>Working …</source>
   <translation>En cours …</translation>
  </message>
  <message>
   <source>Working … · Stop</source>
   <translation>En cours … · Arrêter</translation>
  </message>
  <message>
   <source>asleep</source>
   <translation>en veille</translation>
  </message>
  <message>
   <source>below zero</source>
   <translation>sous zéro</translation>
  </message>
  <message>
   <source>busy</source>
   <translation>indisponible</translation>
  </message>
  <message>
   <source>cover open</source>
   <translation>capot ouvert</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>ne répond pas</translation>
  </message>
  <message>
   <source>moving</source>
   <translation>en mouvement</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>plus de papier</translation>
  </message>
  <message>
   <source>not connected</source>
   <translation>hors connexion</translation>
  </message>
  <message>
   <source>out of order</source>
   <translation>en panne</translation>
  </message>
  <message>
   <source>overloaded</source>
   <translation>surcharge</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pause</translation>
  </message>
  <message>
   <source>picture is black</source>
   <translation>image noire</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>disponible</translation>
  </message>
  <message>
   <source>starting</source>
   <translation>démarrage</translation>
  </message>
  <message>
   <source>{name}: {trouble}</source>
   <translation>{name} : {trouble}</translation>
  </message>
  <message>
   <source>{n} d</source>
   <translation>{n} j</translation>
  </message>
  <message>
   <source>{n} h</source>
   <translation>{n} h</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} s</translation>
  </message>
 </context>
 <context>
  <name>Story</name>
  <message>
   <source>Anchor</source>
   <translation>Ancrage</translation>
  </message>
  <message>
   <source>Another counter</source>
   <translation>Un autre guichet</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Service central</translation>
  </message>
  <message>
   <source>Centre, anchor</source>
   <translation>Central, ancrage</translation>
  </message>
  <message>
   <source>Contested</source>
   <translation>Contesté</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Guichet</translation>
  </message>
  <message>
   <source>Each look at a photo is noted</source>
   <translation>Chaque consultation d’une photo est notée</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>Kept here</source>
   <translation>Gardé ici</translation>
  </message>
  <message>
   <source>Look at the photo</source>
   <translation>Voir la photo</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>No photo was taken</source>
   <translation>Aucune photo n’a été prise</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Page {page} sur {pages}</translation>
  </message>
  <message>
   <source>Photo of the piece</source>
   <translation>Photo de l’article</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Refusé</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Enregistrer en PDF</translation>
  </message>
  <message>
   <source>Save the story</source>
   <translation>Enregistrer l’histoire</translation>
  </message>
  <message>
   <source>Saved as {file}</source>
   <translation>Enregistré sous {file}</translation>
  </message>
  <message>
   <source>See Inbox</source>
   <translation>À voir</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Envoyé</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Shelf, counter</source>
   <translation>Étagère, guichet</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Story of {piece}</source>
   <translation>Histoire de {piece}</translation>
  </message>
  <message>
   <source>The story of this piece</source>
   <translation>L’histoire de cet article</translation>
  </message>
  <message>
   <source>This photo cannot be opened</source>
   <translation>Cette photo ne peut pas être ouverte</translation>
  </message>
  <message>
   <source>Told on</source>
   <translation>Établi le</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Numéro de suivi</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Ce qui s’est passé</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Ce qui a été dit</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>When, by the store's clock</source>
   <translation>Quand, à l’heure du centre</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>Who and where</source>
   <translation>Qui et où</translation>
  </message>
  <message>
   <source>shelf {shelf}</source>
   <translation>étagère {shelf}</translation>
  </message>
  <message>
   <source>“{reason}”</source>
   <translation>« {reason} »</translation>
  </message>
 </context>
 <context>
  <name>Tasks</name>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n en retard</numerusform>
    <numerusform>%n en retard</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not found</source>
   <translation>
    <numerusform>%n introuvable</numerusform>
    <numerusform>%n introuvables</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) to do</source>
   <translation>
    <numerusform>%n tâche à faire</numerusform>
    <numerusform>%n tâches à faire</numerusform>
   </translation>
  </message>
  <message>
   <source>A piece cannot be found</source>
   <translation>Une pièce est introuvable</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Toutes</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Montant</translation>
  </message>
  <message>
   <source>Another reason: write it down</source>
   <translation>Autre raison : notez-la</translation>
  </message>
  <message>
   <source>Ask the customer</source>
   <translation>Demander au client</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Demandée</translation>
  </message>
  <message>
   <source>Asked for twice</source>
   <translation>Demandée deux fois</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Brought back</source>
   <translation>Rapportée</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Cannot be done with this piece</source>
   <translation>Impossible avec cette pièce</translation>
  </message>
  <message>
   <source>Card declined</source>
   <translation>Carte refusée</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>Débiter</translation>
  </message>
  <message>
   <source>Charge later</source>
   <translation>Débiter plus tard</translation>
  </message>
  <message>
   <source>Charge or discount</source>
   <translation>Frais ou remise</translation>
  </message>
  <message>
   <source>Charge the fee</source>
   <translation>Débiter les frais</translation>
  </message>
  <message>
   <source>Charge {amount}</source>
   <translation>Débiter {amount}</translation>
  </message>
  <message>
   <source>Check deposit</source>
   <translation>Dépôt de chèque</translation>
  </message>
  <message>
   <source>Checking the card</source>
   <translation>Carte en vérification</translation>
  </message>
  <message>
   <source>Checking {amount}…</source>
   <translation>Vérification de {amount}…</translation>
  </message>
  <message>
   <source>Code matches</source>
   <translation>Le code correspond</translation>
  </message>
  <message>
   <source>Completed</source>
   <translation>Terminée</translation>
  </message>
  <message>
   <source>Consolidate</source>
   <translation>Regrouper</translation>
  </message>
  <message>
   <source>Consolidate and ship</source>
   <translation>Regrouper et expédier</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Regroupée</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Comptée</translation>
  </message>
  <message>
   <source>Customer asked</source>
   <translation>Client interrogé</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Decline task</source>
   <translation>Refuser la tâche</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Refusée</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livrée</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Éliminer</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Éliminée</translation>
  </message>
  <message>
   <source>Discarding</source>
   <translation>Élimination</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Remise</translation>
  </message>
  <message>
   <source>Do next</source>
   <translation>À faire</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Brouillon</translation>
  </message>
  <message>
   <source>Driver is here</source>
   <translation>Le chauffeur est là</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Échéance</translation>
  </message>
  <message>
   <source>Everything is done</source>
   <translation>Tout est fait</translation>
  </message>
  <message>
   <source>Extra charge</source>
   <translation>Frais supplémentaires</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Frais</translation>
  </message>
  <message>
   <source>First shelf</source>
   <translation>Première étagère</translation>
  </message>
  <message>
   <source>Further pages</source>
   <translation>Pages en plus</translation>
  </message>
  <message>
   <source>Gather the pieces</source>
   <translation>Réunir les pièces</translation>
  </message>
  <message>
   <source>Gathered</source>
   <translation>Réunie</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Go on without it</source>
   <translation>Continuer sans elle</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>Y aller</translation>
  </message>
  <message>
   <source>In another task</source>
   <translation>Dans une autre tâche</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>En cours</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>Avec vos mots</translation>
  </message>
  <message>
   <source>Insurance</source>
   <translation>Assurance</translation>
  </message>
  <message>
   <source>Label printed</source>
   <translation>Étiquette imprimée</translation>
  </message>
  <message>
   <source>Label voided</source>
   <translation>Étiquette annulée</translation>
  </message>
  <message>
   <source>Labelled</source>
   <translation>Étiquetée</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>En retard</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Fiche de la boîte</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Introuvable</translation>
  </message>
  <message>
   <source>Not on the shelf</source>
   <translation>Pas sur l’étagère</translation>
  </message>
  <message>
   <source>Not what the customer thinks it is</source>
   <translation>Pas ce que le client croit</translation>
  </message>
  <message>
   <source>Nothing to do here</source>
   <translation>Rien à faire ici</translation>
  </message>
  <message>
   <source>Nothing to pay</source>
   <translation>Rien à payer</translation>
  </message>
  <message>
   <source>Nothing to pay: go on</source>
   <translation>Rien à payer : continuer</translation>
  </message>
  <message>
   <source>On the shred pile</source>
   <translation>À déchiqueter</translation>
  </message>
  <message>
   <source>Open and scan</source>
   <translation>Numérisation</translation>
  </message>
  <message>
   <source>Open tasks</source>
   <translation>Tâches ouvertes</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Ouverte</translation>
  </message>
  <message>
   <source>Packages in the bundle</source>
   <translation>Colis du regroupement</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Payée</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Paiement refusé</translation>
  </message>
  <message>
   <source>Personal delivery</source>
   <translation>Livraison personnelle</translation>
  </message>
  <message>
   <source>Photo taken</source>
   <translation>Photo prise</translation>
  </message>
  <message>
   <source>Pickup</source>
   <translation>Ramassage</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Pièce</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pièces</translation>
  </message>
  <message>
   <source>Pieces of this task</source>
   <translation>Pièces de cette tâche</translation>
  </message>
  <message>
   <source>Postage</source>
   <translation>Affranchissement</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Port dû</translation>
  </message>
  <message>
   <source>Prepared</source>
   <translation>Préparée</translation>
  </message>
  <message>
   <source>Priced</source>
   <translation>Chiffrée</translation>
  </message>
  <message>
   <source>Print receipt</source>
   <translation>Imprimer le reçu</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Traiter</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Prête</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scanner chaque pièce</translation>
  </message>
  <message>
   <source>Scanned pages</source>
   <translation>Pages numérisées</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Prévu</translation>
  </message>
  <message>
   <source>Sealed</source>
   <translation>Scellée</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Étagère</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Expédition</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Déchiquetage</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Déchiquetée</translation>
  </message>
  <message>
   <source>Shredding</source>
   <translation>Déchiquetage</translation>
  </message>
  <message>
   <source>Signature on delivery</source>
   <translation>Signature à la livraison</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Statut</translation>
  </message>
  <message>
   <source>Still to do</source>
   <translation>Reste à faire</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Stockage</translation>
  </message>
  <message>
   <source>Take away: {line}</source>
   <translation>Retirer : {line}</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>Taken apart again</source>
   <translation>Séparée de nouveau</translation>
  </message>
  <message>
   <source>Taken back by the customer</source>
   <translation>Retirée par le client</translation>
  </message>
  <message>
   <source>Taken off the pile</source>
   <translation>Retirée de la pile</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Tâche</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Tâches</translation>
  </message>
  <message>
   <source>The address is not right</source>
   <translation>L’adresse n’est pas juste</translation>
  </message>
  <message>
   <source>The card is declined again and again</source>
   <translation>La carte est refusée à répétition</translation>
  </message>
  <message>
   <source>The customer is asked about {amount}</source>
   <translation>Le client est interrogé sur {amount}</translation>
  </message>
  <message>
   <source>The customer no longer wants it</source>
   <translation>Le client n’en veut plus</translation>
  </message>
  <message>
   <source>The customer writes</source>
   <translation>Le client écrit</translation>
  </message>
  <message>
   <source>The rules do not allow it</source>
   <translation>Les règles ne le permettent pas</translation>
  </message>
  <message>
   <source>To charge</source>
   <translation>À débiter</translation>
  </message>
  <message>
   <source>To gather</source>
   <translation>À réunir</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>À scanner</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tracking no.</source>
   <translation>N° de suivi</translation>
  </message>
  <message>
   <source>Try the card again</source>
   <translation>Réessayer la carte</translation>
  </message>
  <message>
   <source>Weighed</source>
   <translation>Pesée</translation>
  </message>
  <message>
   <source>What customers ask for appears here by itself, with the time until when it is due.</source>
   <translation>Ce que les clients demandent apparaît ici tout seul, avec son échéance.</translation>
  </message>
  <message>
   <source>What for? It is on the receipt.</source>
   <translation>Pour quoi ? Cela figure sur le reçu.</translation>
  </message>
  <message>
   <source>Why do you take it over?</source>
   <translation>Pourquoi la reprenez-vous ?</translation>
  </message>
  <message>
   <source>Why? The customer is told.</source>
   <translation>Pourquoi ? Le client en est informé.</translation>
  </message>
  <message>
   <source>With the carrier</source>
   <translation>Chez le transporteur</translation>
  </message>
  <message>
   <source>With the driver</source>
   <translation>Avec le chauffeur</translation>
  </message>
  <message>
   <source>late: {when}</source>
   <translation>en retard : {when}</translation>
  </message>
  <message>
   <source>next one due {when}</source>
   <translation>prochaine échéance {when}</translation>
  </message>
  <message>
   <source>{amount} paid</source>
   <translation>{amount} payés</translation>
  </message>
  <message>
   <source>{count} of {all} gathered</source>
   <translation>{count} sur {all} réunies</translation>
  </message>
  <message>
   <source>{mail_id} is in another task: {task}. Go there?</source>
   <translation>{mail_id} est dans une autre tâche : {task}. Y aller ?</translation>
  </message>
  <message>
   <source>{task} for {name}</source>
   <translation>{task} pour {name}</translation>
  </message>
  <message>
   <source>{task} for {name}: {state}</source>
   <translation>{task} pour {name} : {state}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
 </context>
 <context>
  <name>Today</name>
  <message numerus="yes">
   <source>%n act(s) wait to be sent</source>
   <translation>
    <numerusform>%n acte attend d’être transmis</numerusform>
    <numerusform>%n actes attendent d’être transmis</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n en retard</numerusform>
    <numerusform>%n en retard</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not inserted yet</source>
   <translation>
    <numerusform>%n pas encore inséré</numerusform>
    <numerusform>%n pas encore insérés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not inserted yet, due by {time}</source>
   <translation>
    <numerusform>%n pas encore inséré, à faire avant {time}</numerusform>
    <numerusform>%n pas encore insérés, à faire avant {time}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them came on an earlier day</source>
   <translation>
    <numerusform>%n d’entre eux date d’un jour précédent</numerusform>
    <numerusform>%n d’entre eux datent d’un jour précédent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message>
   <source>6 digits</source>
   <translation>6 chiffres</translation>
  </message>
  <message>
   <source>All are in a mailbox</source>
   <translation>Tous sont dans une boîte</translation>
  </message>
  <message>
   <source>All came today</source>
   <translation>Tous arrivés aujourd’hui</translation>
  </message>
  <message>
   <source>All in time</source>
   <translation>Toutes dans les délais</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Fermé</translation>
  </message>
  <message>
   <source>Delivery waits for its driver: {who}</source>
   <translation>La livraison attend son chauffeur : {who}</translation>
  </message>
  <message>
   <source>Did it come out? {paper}</source>
   <translation>Est-ce sorti ? {paper}</translation>
  </message>
  <message>
   <source>Do not set a PIN now</source>
   <translation>Ne pas choisir de code PIN maintenant</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Échéance</translation>
  </message>
  <message>
   <source>Everything is kept here: {acts}. Work goes on without the internet.</source>
   <translation>Tout est gardé ici : {acts}. Le travail continue sans internet.</translation>
  </message>
  <message>
   <source>Find the mailbox: {name}</source>
   <translation>Trouver la boîte : {name}</translation>
  </message>
  <message>
   <source>Finish the pickup: {who}</source>
   <translation>Terminer le ramassage : {who}</translation>
  </message>
  <message>
   <source>Good afternoon, {name}</source>
   <translation>Bonjour {name}</translation>
  </message>
  <message>
   <source>Good evening, {name}</source>
   <translation>Bonsoir {name}</translation>
  </message>
  <message>
   <source>Good morning, {name}</source>
   <translation>Bonjour {name}</translation>
  </message>
  <message>
   <source>Handed over today</source>
   <translation>Remis aujourd’hui</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>À examiner</translation>
  </message>
  <message>
   <source>Insert them</source>
   <translation>Les insérer</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>En retard</translation>
  </message>
  <message>
   <source>Look at: {act}</source>
   <translation>À examiner : {act}</translation>
  </message>
  <message>
   <source>Must be in a mailbox today</source>
   <translation>À mettre en boîte aujourd’hui</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>À regarder</translation>
  </message>
  <message>
   <source>Needs an answer</source>
   <translation>Réponse attendue</translation>
  </message>
  <message>
   <source>New PIN, 6 digits</source>
   <translation>Nouveau code PIN, 6 chiffres</translation>
  </message>
  <message>
   <source>Next to do</source>
   <translation>À faire ensuite</translation>
  </message>
  <message>
   <source>No driver, put back: {who}</source>
   <translation>Pas de chauffeur, à remettre sur l’étagère : {who}</translation>
  </message>
  <message>
   <source>Not inserted yet</source>
   <translation>Pas encore insérés</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Plus tard</translation>
  </message>
  <message>
   <source>Note the reason</source>
   <translation>Noter la raison</translation>
  </message>
  <message>
   <source>Nothing waits</source>
   <translation>Rien n’attend</translation>
  </message>
  <message numerus="yes">
   <source>Oldest: %n day(s)</source>
   <translation>
    <numerusform>Le plus ancien : %n jour</numerusform>
    <numerusform>Le plus ancien : %n jours</numerusform>
   </translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>Open until {time}</source>
   <translation>Ouvert jusqu’à {time}</translation>
  </message>
  <message>
   <source>Opens at {time}</source>
   <translation>Ouvre à {time}</translation>
  </message>
  <message>
   <source>Opens {day}, {time}</source>
   <translation>Ouvre le {day} à {time}</translation>
  </message>
  <message numerus="yes">
   <source>Order poly bags: about %n left</source>
   <translation>
    <numerusform>Commander des sacs : il en reste environ %n</numerusform>
    <numerusform>Commander des sacs : il en reste environ %n</numerusform>
   </translation>
  </message>
  <message>
   <source>PIN set. Lock the counter, and six digits bring you back.</source>
   <translation>Code PIN choisi. Verrouillez le poste : six chiffres vous ramènent.</translation>
  </message>
  <message>
   <source>PMB {mailbox}</source>
   <translation>PMB {mailbox}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Paiement refusé</translation>
  </message>
  <message>
   <source>Payment declined: {who}</source>
   <translation>Paiement refusé : {who}</translation>
  </message>
  <message>
   <source>Pickup: {who}</source>
   <translation>Ramassage : {who}</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Ramassages</translation>
  </message>
  <message>
   <source>Prepare the delivery: {who}</source>
   <translation>Préparer la livraison : {who}</translation>
  </message>
  <message>
   <source>Put back now</source>
   <translation>À ranger</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Réceptionner un article</translation>
  </message>
  <message>
   <source>Received today</source>
   <translation>Réceptionnés aujourd’hui</translation>
  </message>
  <message>
   <source>Running low</source>
   <translation>Bientôt épuisé</translation>
  </message>
  <message>
   <source>Scan the first piece, or type a name. Everything starts in the box above.</source>
   <translation>Scannez le premier article, ou saisissez un nom. Tout commence dans le champ ci-dessus.</translation>
  </message>
  <message>
   <source>Set PIN</source>
   <translation>Choisir</translation>
  </message>
  <message>
   <source>Set a PIN for quick switching</source>
   <translation>Changer d’employé par code PIN</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Depuis</translation>
  </message>
  <message>
   <source>Tasks to do</source>
   <translation>Tâches à faire</translation>
  </message>
  <message numerus="yes">
   <source>The reason is noted for %n</source>
   <translation>
    <numerusform>La raison est notée pour %n</numerusform>
    <numerusform>La raison est notée pour %n</numerusform>
   </translation>
  </message>
  <message>
   <source>The store orders at {level}.</source>
   <translation>Le magasin commande à {level}.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message>
   <source>Today {opens} to {closes}</source>
   <translation>Aujourd’hui de {opens} à {closes}</translation>
  </message>
  <message>
   <source>Waiting to be sent</source>
   <translation>En attente d’envoi</translation>
  </message>
  <message>
   <source>Why they wait until tomorrow</source>
   <translation>Pourquoi ils attendent demain</translation>
  </message>
  <message>
   <source>asked for late</source>
   <translation>demandée tard</translation>
  </message>
  <message>
   <source>by {time}</source>
   <translation>avant {time}</translation>
  </message>
  <message>
   <source>expected {when}</source>
   <translation>attendu : {when}</translation>
  </message>
  <message>
   <source>no name</source>
   <translation>sans nom</translation>
  </message>
  <message>
   <source>{n} in progress</source>
   <translation>{n} en cours</translation>
  </message>
  <message>
   <source>{task}: {who}</source>
   <translation>{task} : {who}</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Light or dark</source>
   <translation>Clair ou sombre</translation>
  </message>
  <message>
   <source>Lock the counter</source>
   <translation>Verrouiller le poste</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Saving a backup…</source>
   <translation>Sauvegarde en cours…</translation>
  </message>
  <message>
   <source>Scan a piece, or type a name, mailbox or tracking number</source>
   <translation>Scannez ou saisissez : nom, boîte, numéro de suivi</translation>
  </message>
  <message>
   <source>Scan or search</source>
   <translation>Scanner ou chercher</translation>
  </message>
  <message>
   <source>This screen is small, so Counter is enlarged to {percent} % only.</source>
   <translation>Cet écran est petit : Counter n’est agrandi qu’à {percent} %.</translation>
  </message>
  <message>
   <source>{piece} was missing and is found again. Put it on a shelf now.</source>
   <translation>{piece} manquait et est retrouvé. Posez-le maintenant sur une étagère.</translation>
  </message>
 </context>
 <context>
  <name>Words</name>
  <message>
   <source>Accountable</source>
   <translation>Avec signature</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Chèque</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Fermée</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Regroupé</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Endommagé</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livré</translation>
  </message>
  <message>
   <source>Deposited</source>
   <translation>Déposé</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Éliminé</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expirée</translation>
  </message>
  <message>
   <source>Foreign post</source>
   <translation>Poste étrangère</translation>
  </message>
  <message>
   <source>Form renewal due</source>
   <translation>Formulaire à renouveler</translation>
  </message>
  <message>
   <source>Former holder</source>
   <translation>Ancien titulaire</translation>
  </message>
  <message>
   <source>In a task</source>
   <translation>Dans une tâche</translation>
  </message>
  <message>
   <source>Kept here</source>
   <translation>Gardé ici</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Grande enveloppe</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Lettre</translation>
  </message>
  <message>
   <source>Looks like a check</source>
   <translation>Semble être un chèque</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Perdu</translation>
  </message>
  <message>
   <source>Magazine</source>
   <translation>Magazine</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Manquant</translation>
  </message>
  <message>
   <source>No carrier</source>
   <translation>Aucun</translation>
  </message>
  <message>
   <source>No mailbox yet</source>
   <translation>Pas encore de boîte</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Non approuvée</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>Sur l’étagère</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Colis</translation>
  </message>
  <message>
   <source>Perishable</source>
   <translation>Périssable</translation>
  </message>
  <message>
   <source>Picked up</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Port dû</translation>
  </message>
  <message>
   <source>Postcard</source>
   <translation>Carte postale</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>Recommandé</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Rejetée</translation>
  </message>
  <message>
   <source>Restricted</source>
   <translation>Restreint</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Retourné</translation>
  </message>
  <message>
   <source>See Inbox</source>
   <translation>À voir</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Transmis</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Expédié</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Déchiqueté</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>To be checked</source>
   <translation>À vérifier</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Non attribué</translation>
  </message>
  <message>
   <source>With a driver</source>
   <translation>Chez un chauffeur</translation>
  </message>
 </context>
</TS>
