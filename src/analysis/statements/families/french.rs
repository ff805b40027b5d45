//! French words. See [`super::Background`].

use super::Background;

pub(super) const FRENCH: Background = Background {
    stop: "a à afin ai ainsi alors après au aucun aussi autre aux avaient avait avant avec avoir beaucoup bien car ce cela \
        celle celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des deux-ci dit donc dont \
        du elle elles en encore entre es est et eu eux fait faire fois font hui ici il ils j je l la le les leur leurs \
        lors lui là m ma mais me mes moi moins mon même ne ni nos notre nous on ont ou où par parce pendant peu peut \
        plus pour pourquoi pourrait qu quand que quel quelle qui s sa se selon sera serait ses si son sont sous sur t \
        ta tandis te tes ton tous tout toute toutes tu un une vers vos votre vous y été étaient était être",
    negations: "pas jamais aucun aucune sans rien non",
    numbers: "deux deuxième,trois troisième,quatre quatrième,cinq cinquième,six sixième,sept,huit,neuf,dix,onze,douze",
    parties: &[
        ("us", "amérique, américain, américaine, washington, états unis"),
        ("russia", "russie, russe, moscou"),
        ("ukraine", "ukraine, ukrainien, ukrainienne, kiev, kyiv"),
        ("nato", "otan"),
        ("eu", "ue, union européenne"),
        ("kremlin", "kremlin"),
        ("white house", "maison blanche"),
    ],
    families: "entretien conversation pourparlers négociation appel réunion rencontre visioconférence sommet discussion
lever annuler supprimer levée
restriction limitation
troupe force armée soldat militaire
renforcement concentration massage
frontière
mesure étape
sanction représailles
conséquence coût prix
répondre réponse réaction riposte
avertir menacer menace prévenir
élargissement expansion
est oriental
garantie assurance
déploiement déployer
arme armement
inquiétude préoccupation crainte craindre
conseiller
accord convenir traité pacte
charger
représentant délégation équipe
invasion attaque offensive agression envahir attaquer assaut
exclure empêcher
juridique légal
application respect
grave sévère fort dur
coopération
consultation
soutien soutenir
escalade
ambassade mission consulat
allié
dialogue
économique financier
diplomatique diplomate
rupture rompre
erreur faute
cyberattaque rançongiciel pirate piratage cybercriminalité
retrait retirer
nier démentir démenti
évoquer aborder discuter
proposer proposition offrir offre
poursuivre continuer prolonger
hausse augmenter augmentation
baisse baisser recul reculer chute
demander exiger réclamer exigence
promettre promesse engagement engager
vouloir souhaiter désirer
renoncer abandonner
livrer livraison fournir fourniture
appeler téléphoner
reprendre reprise relancer
document texte
tuer mort décès
arrêter arrestation
entreprise société",
    frame: "dit déclaré affirmé indiqué souligné ajouté président porte parole communiqué dirigeant précisé",
    acts: "proposer avertir demander promettre vouloir nier évoquer accord charger inquiétude soutien lever renoncer poursuivre exclure",
    days: "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    pronouns: "il elle ils elles lui leur leurs son sa ses ce cet cette ces cela celui celle ceux y en tel telle",
    stage: "question merci",
    speakers: "je vous nous j me",
    common: [
        "premier partie france grand années très ans également dernier fut ville commune états pays nouvelle située \
         l'homme seulement général important jour passé données cours présente trouve utilisé bonne place région sud \
         guerre temps nouveau durant n'a nombreuses nord vie droits film fin personnes siècle appelé certains national \
         plusieurs environ monde né politique différentes début gouvernement l'aide mer l'équipe réalisé toujours \
         demande développement forme notamment puis groupe l'histoire reste telles ancien aurait lieu point raison soit \
         zone économiques américain cependant joué nom quelques titre côté moyenne niveau britannique changement \
         entreprises face l'arrivée n'y considérer créé femme haute membres pouvoir tant",
        "compte effet international jusqu'à représente terre base département famille jeune l'université mars mis mort \
         s'agit sorti conseil décidé juin l'armée l'organisation meilleur octobre principalement saison service suite \
         écrit coupe d'europe direction déjà finalement marché nombre petites tard actuel cause mai marque match \
         population propose publique rapport rôle territoire commencé connu dès européenne indépendance l'île \
         maintenant ministre moment montre période relations roi site sources travail voir élections actions chef club \
         commandement eaux fils force l'origine mesure mondiale pensait petit près public retrouve seconde souvent va \
         élevé activités allemands constitue date dirigeants espèce fonds habitants l'époque livre pris prix propre \
         suivante sécurité établir accueil avons but classe dire enfants forte installé l'accord l'âge ligne loi mois \
         novembre sociale succès terme besoin contrôle devant division doit explique journal l'étude ouest peuple \
         police question septembre situation sujet total traité travaillé voie ayant compagnie existe faisant grâce \
         laisse occidental of ouvert parlé peuvent pouvant produits remporté rencontre semaine signe système anglais \
         application augmentation aujourd'hui avril cas centre chose complètement composé d'euros devrait déroule \
         employés envoyé espagnole fonction historique l'association long lorsque milieu militaire naturel permis \
         professionnel programme projet publié père quartier rendement société événements articles centrale communauté \
         conservé construit corps financières furent garde informations issu l'album l'école l'église limite manière \
         nommé participé permet plan plats probablement rapidement retourne réseau semble soir vive vote vraiment ça \
         œuvres accusé affaire annoncé arrêté autour capitale cité concernant construction conséquence contribue \
         d'ailleurs devient domaine formation frère heures janvier juillet l'intégration langue main millions noir \
         occupe parmi particulier pièces position responsable russie surtout village vue étudiants administrative \
         artistes arts assisté chambre chanson charge civile clair devenu directeur endroit ensuite faut frontière \
         investissements l'air l'algérie l'empire l'extérieur lancé locaux menée milliards nécessaire production refusé \
         récemment résultats sens siège tente terrain évolué accompagné adopter adresse autorités aériennes cadre \
         campagne carrière classique combat comportement conflit continuer couleurs coût d'abandonner d'abord delà \
         démocratique enseignement excellente fille fournie gagne grec humaine intérêt l'amérique l'espagne l'italie \
         l'ordre l'éducation majorité officiellement outre plupart populaire poste pratique qualité retirer sein sommes \
         structure suis taux terminé tour tournée transport traverser version éléments étant acceptée acteurs adaptée \
         ami assuré carte clients climat collection colons commerce d'attente disposition désignée enfin engagée er \
         essentiel façon futur imposer inscrit juste l'accès l'enquête l'ensemble l'influence l'intérieur lequel libéré \
         lutte manque marocain mieux monter médecin privé prochain progression quitter recherche reçu route royale \
         réussi seront spécialiste supérieur toutefois télévision vins évidence août apporter autonome banque bataille \
         champion chinois comte contrat croissance cœur d'australie dollars domine décembre décision enregistré estime \
         exemple gens immédiatement internet invités j'espère jeu large maison maladies mot mouvement objectifs \
         orientation personnages plein précédent pu religieux retour républicain révélé scène servi tenu tiré téléphone \
         vente victoire visite vols bâtiment candidat championnats cherche compris critiques d'or demi dessins devenir \
         diffusée découverte défense dépenses feu fleuve février générations hiver jeux jusqu'en l'agence l'espace \
         l'objet l'onu laquelle libre manifeste matin menace met minutes mode moderne municipales musicale musique \
         mètres obligations opérateurs possible possède presse problèmes prêt qu'à rarement remarquable rendre \
         restaurant risques rivière royaume réels réunion révolution sahraouis santé section sentir simple séparée \
         taille technique technologie tendance texte tomber transformé type unies vallée victimes voyage édition \
         émissions",
        "africain agents aime aller arabe attaque atteint auteur avancé avion bande basse blanc bois camps catégorie \
         ceci chaîne chute château conditions consacrer correspondant célèbre d'honneur dessus difficile dimanche \
         disque définition empêche entré exerce fabrication faible football gare indien investisseurs justice \
         l'académie l'allemagne l'empereur l'essai l'exploitation l'intervention l'union lesquelles lettre liberté liée \
         loin mal matière matériel mauvaises mettre ministère mission obtient opposées paix parallèle parents \
         possibilité prend prendre prime proche professeur protection protéger province proximité préparer présence \
         puissances qualifiée recommande regarder respecter romaine rue règles règne réalité réduit réputée salle \
         scientifiques secrétaire sol style traditionnellement travers tête variés voit angleterre appartenant apparue \
         armes assez australienne autant autorisés cent choisi choix citoyens code collabore conduite confirme \
         conférence contrairement convention culture culturel demeure diplômes dis dispose dispute dizaine déplacer dû \
         euro expérience favori ferme fidèles figure fédérale garantie initialement institutions interprète joueur \
         l'exploration l'océan l'énergie lien liste lundi malgré masse message nature négocier offre ottoman ouvrages \
         payer personnel pilotes plutôt poser pousse pression prit profond provoquée présidentielle puisse quant quoi \
         remis riche rouge ruines samedi signifie soldats soleil sommets subissent théâtre tradition train venir \
         voulait électrique épisode épouse",
    ],
};
