<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nn_NO" sourcelanguage="en">
<context>
    <name>AboutView</name>
    <message>
        <source>Parts and their licences</source>
        <translation>Delar og lisensane deira</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versjon</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisens</translation>
    </message>
    <message>
        <source>Licence of the chosen part</source>
        <translation>Lisensen til den valde delen</translation>
    </message>
    <message>
        <source>Choose a part to read its licence.</source>
        <translation>Vel ein del for å lese lisensen.</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Kopier alt</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Timebok Desktop {version}, licence MIT</source>
        <translation>Timebok Desktop {version}, MIT-lisens</translation>
    </message>
    <message>
        <source>The caseworker&apos;s desk for orders of ressurstimebok: it verifies, a person decides, the registry operators set up.</source>
        <translation>Bordet til saksbehandlaren for bestillingar av ressurstimebok: Programmet kontrollerer, eit menneske avgjer, og AR-forvaltarane set opp.</translation>
    </message>
    <message>
        <source>Everything stays on this machine; nothing is sent anywhere.</source>
        <translation>Alt blir verande på denne maskina; ingenting blir sendt ut.</translation>
    </message>
    <message>
        <source>Timebok uses Qt {version} under the GNU Lesser General Public License, version 3. Qt is loaded as separate libraries, and you may replace them with your own.</source>
        <translation>Timebok bruker Qt {version} under GNU Lesser General Public License, versjon 3. Qt blir lasta som eigne bibliotek, og du kan byte dei ut med dine eigne.</translation>
    </message>
    <message>
        <source>All licence texts are in {folder}</source>
        <translation>Alle lisenstekstane ligg i {folder}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Bestilling</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>V&amp;erktøy</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <source>Import orders …</source>
        <translation>Importer bestillingar …</translation>
    </message>
    <message>
        <source>Import registry extract …</source>
        <translation>Importer AR-uttrekk …</translation>
    </message>
    <message>
        <source>Import receipt …</source>
        <translation>Importer kvittering …</translation>
    </message>
    <message>
        <source>Import configurations …</source>
        <translation>Importer konfigurasjonar …</translation>
    </message>
    <message>
        <source>Export changes …</source>
        <translation>Eksporter endringar …</translation>
    </message>
    <message>
        <source>Export everything …</source>
        <translation>Eksporter alt …</translation>
    </message>
    <message>
        <source>Save the list …</source>
        <translation>Lagre lista …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>Approve and next</source>
        <translation>Godkjenn og neste</translation>
    </message>
    <message>
        <source>Request information …</source>
        <translation>Be om opplysningar …</translation>
    </message>
    <message>
        <source>Put on hold …</source>
        <translation>Set på vent …</translation>
    </message>
    <message>
        <source>Reject …</source>
        <translation>Avvis …</translation>
    </message>
    <message>
        <source>Undo the decision</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Next order</source>
        <translation>Neste bestilling</translation>
    </message>
    <message>
        <source>Previous order</source>
        <translation>Førre bestilling</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Neste funn</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Førre funn</translation>
    </message>
    <message>
        <source>From the finding to its field and back</source>
        <translation>Frå funnet til feltet og tilbake</translation>
    </message>
    <message>
        <source>Take the case</source>
        <translation>Ta saka</translation>
    </message>
    <message>
        <source>Release the case</source>
        <translation>Frigi saka</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>Overfør …</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Trekk …</translation>
    </message>
    <message>
        <source>Reopen …</source>
        <translation>Opne på nytt …</translation>
    </message>
    <message>
        <source>Write a letter …</source>
        <translation>Skriv brev …</translation>
    </message>
    <message>
        <source>Write a note …</source>
        <translation>Skriv notat …</translation>
    </message>
    <message>
        <source>Amend the order …</source>
        <translation>Rett bestillinga …</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Vis kjelda</translation>
    </message>
    <message>
        <source>Show what the citizen meets</source>
        <translation>Vis det innbyggjaren møter</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Merk som ulesen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Merk som lesen</translation>
    </message>
    <message>
        <source>Approve all clear orders …</source>
        <translation>Godkjenn alle klare bestillingar …</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifiser</translation>
    </message>
    <message>
        <source>Verify all orders again</source>
        <translation>Verifiser alle bestillingar på nytt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Fram</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjonar</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Oversikt</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillingar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Find your way …</source>
        <translation>Finn fram …</translation>
    </message>
    <message>
        <source>Columns of the list …</source>
        <translation>Kolonnar i lista …</translation>
    </message>
    <message>
        <source>Only unread orders or all</source>
        <translation>Berre ulesne bestillingar eller alle</translation>
    </message>
    <message>
        <source>Only cases held for long or all</source>
        <translation>Berre saker nokon har hatt lenge, eller alle</translation>
    </message>
    <message>
        <source>Grouped by municipality or not</source>
        <translation>Kommunevis eller ikkje</translation>
    </message>
    <message>
        <source>Compact rows or usual ones</source>
        <translation>Kompakte eller vanlege rader</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>Byt målform</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Lyst, mørkt eller høg kontrast</translation>
    </message>
    <message>
        <source>Switch caseworker …</source>
        <translation>Byt saksbehandlar …</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Lås vindauget</translation>
    </message>
    <message>
        <source>Check an export package …</source>
        <translation>Kontroller ein eksportpakke …</translation>
    </message>
    <message>
        <source>Save the public key …</source>
        <translation>Lagre den offentlege nøkkelen …</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>Ta tryggingskopi …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Kom i gang</translation>
    </message>
    <message>
        <source>Guided tour</source>
        <translation>Omvising</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Opplæring</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Kva er nytt</translation>
    </message>
    <message>
        <source>Technical information …</source>
        <translation>Tekniske opplysningar …</translation>
    </message>
    <message>
        <source>About Timebok</source>
        <translation>Om Timebok</translation>
    </message>
    <message>
        <source>Save as a view of your own …</source>
        <translation>Lagre som eiga vising …</translation>
    </message>
    <message>
        <source>Let your view be what the list shows</source>
        <translation>Oppdater visinga di med det lista viser</translation>
    </message>
    <message>
        <source>Rename your view …</source>
        <translation>Gi visinga di nytt namn …</translation>
    </message>
    <message>
        <source>Delete your view</source>
        <translation>Slett visinga di</translation>
    </message>
    <message>
        <source>Save your view as a file …</source>
        <translation>Lagre visinga di som fil …</translation>
    </message>
    <message>
        <source>Open a view from a file …</source>
        <translation>Opne ei vising frå fil …</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>Field to amend</source>
        <translation>Felt som skal rettast</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Ny verdi</translation>
    </message>
    <message>
        <source>Reason for the amendment</source>
        <translation>Grunngiving for rettinga</translation>
    </message>
    <message>
        <source>Reason, e.g. who confirmed it</source>
        <translation>Grunngiving, til dømes kven som stadfesta det</translation>
    </message>
    <message>
        <source>Amend the order; what was sent is kept, and the order is verified again.</source>
        <translation>Rett bestillinga. Det som vart sendt, blir teke vare på, og bestillinga blir verifisert på nytt.</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>The value is the same as before.</source>
        <translation>Verdien er den same som før.</translation>
    </message>
    <message>
        <source>Write why it is amended.</source>
        <translation>Skriv kvifor han blir retta.</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>Suggestion taken: {label}</source>
        <translation>Forslag teke i bruk: {label}</translation>
    </message>
    <message>
        <source>{reference}: amended</source>
        <translation>{reference}: retta</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Høg kontrast</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Order received</source>
        <translation>Bestilling motteken</translation>
    </message>
    <message>
        <source>Order superseded</source>
        <translation>Bestilling erstatta</translation>
    </message>
    <message>
        <source>Order amended</source>
        <translation>Bestilling retta</translation>
    </message>
    <message>
        <source>Orders verified</source>
        <translation>Bestillingar verifiserte</translation>
    </message>
    <message>
        <source>Order exported</source>
        <translation>Bestilling eksportert</translation>
    </message>
    <message>
        <source>Receipt for the order</source>
        <translation>Kvittering for bestillinga</translation>
    </message>
    <message>
        <source>Package written</source>
        <translation>Pakke skriven</translation>
    </message>
    <message>
        <source>List saved</source>
        <translation>Liste lagra</translation>
    </message>
    <message>
        <source>File imported</source>
        <translation>Fil importert</translation>
    </message>
    <message>
        <source>File refused</source>
        <translation>Fil avvist</translation>
    </message>
    <message>
        <source>AR snapshot imported</source>
        <translation>AR-uttrekk importert</translation>
    </message>
    <message>
        <source>AR snapshot supplemented</source>
        <translation>AR-uttrekk supplert</translation>
    </message>
    <message>
        <source>Configurations imported</source>
        <translation>Konfigurasjonar importerte</translation>
    </message>
    <message>
        <source>Reference table replaced</source>
        <translation>Oppslagstabell erstatta</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Innstillingar lagra</translation>
    </message>
    <message>
        <source>Letter saved</source>
        <translation>Brev lagra</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Overført</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Notat skrive</translation>
    </message>
    <message>
        <source>Reference tables added</source>
        <translation>Oppslagstabellar lagde til</translation>
    </message>
    <message>
        <source>Original saved as a file</source>
        <translation>Originalen lagra som fil</translation>
    </message>
    <message>
        <source>Original looked into at a value</source>
        <translation>Verdi slått opp i originalen</translation>
    </message>
    <message>
        <source>Contact data deleted</source>
        <translation>Kontaktopplysningar sletta</translation>
    </message>
    <message>
        <source>Contact data deleted after the set time</source>
        <translation>Kontaktopplysningar sletta etter fristen</translation>
    </message>
    <message>
        <source>Asked what is stored about a person</source>
        <translation>Oppslag på kva som er lagra om ein person</translation>
    </message>
    <message>
        <source>Caseworker&apos;s key made</source>
        <translation>Saksbehandlarnøkkel oppretta</translation>
    </message>
    <message>
        <source>Caseworker&apos;s key not opened</source>
        <translation>Saksbehandlarnøkkel ikkje opna: feil passordfrase</translation>
    </message>
    <message>
        <source>Keys of the workspace changed</source>
        <translation>Nøklane til arbeidsmappa bytte</translation>
    </message>
    <message>
        <source>Recovery passphrase changed</source>
        <translation>Passordfrasen for gjenoppretting bytt</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set back</source>
        <translation>Klokka på maskina vart stilt tilbake</translation>
    </message>
    <message>
        <source>The machine&apos;s clock went far ahead</source>
        <translation>Klokka på maskina hoppa langt fram</translation>
    </message>
    <message>
        <source>Workspace made</source>
        <translation>Arbeidsmappe oppretta</translation>
    </message>
    <message>
        <source>Letter no.</source>
        <translation>Brev nr.</translation>
    </message>
    <message>
        <source>Note no.</source>
        <translation>Notat nr.</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Målform</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Frå</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grunngiving</translation>
    </message>
    <message>
        <source>Reasons for warnings</source>
        <translation>Grunngivingar for åtvaringar</translation>
    </message>
    <message>
        <source>Decision no.</source>
        <translation>Avgjerd nr.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringar</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>Package no.</source>
        <translation>Pakke nr.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Stad i fila</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Avvist</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>AR snapshot no.</source>
        <translation>AR-uttrekk nr.</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Teke ut</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Partar</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>The entry before</source>
        <translation>Førre oppføring</translation>
    </message>
    <message>
        <source>Kinds of data</source>
        <translation>Typar opplysningar</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandlar</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Nøkkel</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>I staden for</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagar</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Kvifor</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellar</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Kvittert</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjonar</translation>
    </message>
</context>
<context>
    <name>BulkDecisions</name>
    <message numerus="yes">
        <source>{action}: {count} order(s)</source>
        <translation>
            <numerusform>{action}: {count} bestilling</numerusform>
            <numerusform>{action}: {count} bestillingar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkForm</name>
    <message>
        <source>None of these orders can be decided so.</source>
        <translation>Ingen av desse bestillingane kan avgjerast slik.</translation>
    </message>
    <message>
        <source>{action}: none of these orders can be decided so.</source>
        <translation>{action}: ingen av desse bestillingane kan avgjerast slik.</translation>
    </message>
    <message>
        <source>{action} ({count})</source>
        <translation>{action} ({count})</translation>
    </message>
    <message numerus="yes">
        <source>{action}: {count} order(s)? {refused} stay as they are.</source>
        <translation>
            <numerusform>{action}: {count} bestilling? {refused} blir ståande uendra.</numerusform>
            <numerusform>{action}: {count} bestillingar? {refused} blir ståande uendra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: {count} order(s)?</source>
        <translation>
            <numerusform>{action}: {count} bestilling?</numerusform>
            <numerusform>{action}: {count} bestillingar?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: done for {done} order(s).</source>
        <translation>
            <numerusform>{action}: utført for {done} bestilling.</numerusform>
            <numerusform>{action}: utført for {done} bestillingar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: done for {done} order(s), {refused} stay as they were.</source>
        <translation>
            <numerusform>{action}: utført for {done} bestilling, {refused} står uendra.</numerusform>
            <numerusform>{action}: utført for {done} bestillingar, {refused} står uendra.</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} takes all of it back.</source>
        <translation>{key} angrar alt saman.</translation>
    </message>
    <message numerus="yes">
        <source>{count} new</source>
        <translation>
            <numerusform>{count} ny</numerusform>
            <numerusform>{count} nye</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} changed</source>
        <translation>
            <numerusform>{count} endra</numerusform>
            <numerusform>{count} endra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} ended</source>
        <translation>
            <numerusform>{count} avslutta</numerusform>
            <numerusform>{count} avslutta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} as they are</source>
        <translation>
            <numerusform>{count} uendra</numerusform>
            <numerusform>{count} uendra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} taken back</source>
        <translation>
            <numerusform>{count} trekt tilbake</numerusform>
            <numerusform>{count} trekte tilbake</numerusform>
        </translation>
    </message>
    <message>
        <source>Configurations: {parts}.</source>
        <translation>Konfigurasjonar: {parts}.</translation>
    </message>
    <message>
        <source>They apply once another caseworker has approved.</source>
        <translation>Dei gjeld først når ein annan saksbehandlar har godkjent.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Endra</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Avslutta</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Uendra</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Trekt tilbake</translation>
    </message>
    <message numerus="yes">
        <source>{count} municipality(ies)</source>
        <translation>
            <numerusform>{count} kommune</numerusform>
            <numerusform>{count} kommunar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkList</name>
    <message>
        <source>What is decided</source>
        <translation>Det som blir avgjort</translation>
    </message>
    <message>
        <source>Right arrow shows the orders of a line</source>
        <translation>Pil høgre viser bestillingane på ei linje</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>og {count} til</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Back to the list</source>
        <translation>Tilbake til lista</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikkje verifisert</translation>
    </message>
    <message>
        <source>sent in {moment}</source>
        <translation>send inn {moment}</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>motteken {moment}</translation>
    </message>
    <message>
        <source>Not verified yet. {key} verifies.</source>
        <translation>Ikkje verifisert enno. {key} verifiserer.</translation>
    </message>
    <message>
        <source>Verified against an older extract, of {moment}. {key} verifies again.</source>
        <translation>Verifisert mot eit eldre AR-uttrekk, frå {moment}. {key} verifiserer på nytt.</translation>
    </message>
    <message>
        <source>Verified against the registry extract of {moment}</source>
        <translation>Verifisert mot AR-uttrekket frå {moment}</translation>
    </message>
</context>
<context>
    <name>CaseLinks</name>
    <message>
        <source>Answer to {reference}</source>
        <translation>Svar på {reference}</translation>
    </message>
    <message>
        <source>Answered by {reference}</source>
        <translation>Svaret kom med {reference}</translation>
    </message>
    <message>
        <source>Past the deadline {day}</source>
        <translation>Over fristen {day}</translation>
    </message>
    <message>
        <source>Answer by {day}</source>
        <translation>Svarfrist {day}</translation>
    </message>
    <message>
        <source>{field} (before: {value})</source>
        <translation>{field} (før: {value})</translation>
    </message>
    <message>
        <source>Changed since then: {fields}</source>
        <translation>Endra sidan då: {fields}</translation>
    </message>
    <message>
        <source>Another order of this case</source>
        <translation>Ei anna bestilling i saka</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>More about the order</source>
        <translation>Meir om bestillinga</translation>
    </message>
    <message>
        <source>Earlier orders of the municipality</source>
        <translation>Tidlegare bestillingar frå kommunen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kjelde</translation>
    </message>
    <message>
        <source>Letters and notes</source>
        <translation>Brev og notat</translation>
    </message>
    <message>
        <source>Earlier orders</source>
        <translation>Tidlegare</translation>
    </message>
    <message>
        <source>What the citizen meets</source>
        <translation>Det innbyggjaren møter</translation>
    </message>
    <message>
        <source>In AR</source>
        <translation>I AR</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>{moment}  received from {source}</source>
        <translation>{moment}  motteken frå {source}</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>ei fil</translation>
    </message>
    <message>
        <source>{moment}  {by} {action}: {before} → {after}</source>
        <translation>{moment}  {by} {action}: {before} → {after}</translation>
    </message>
    <message>
        <source>{decision} (taken back)</source>
        <translation>{decision} (angra)</translation>
    </message>
    <message>
        <source>No earlier orders from this municipality.</source>
        <translation>Ingen tidlegare bestillingar frå denne kommunen.</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fil: {name}</translation>
    </message>
    <message>
        <source>{name}: {value}  ·  unknown column, kept</source>
        <translation>{name}: {value}  ·  ukjend kolonne, teken vare på</translation>
    </message>
    <message>
        <source>A national identity number was masked in {field}  ·  {place}</source>
        <translation>Eit fødselsnummer vart skjult i {field}  ·  {place}</translation>
    </message>
</context>
<context>
    <name>CaseworkerSection</name>
    <message>
        <source>Switch caseworker …</source>
        <translation>Byt saksbehandlar …</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandlar</translation>
    </message>
    <message>
        <source>Decisions, imports and exports are recorded in this name. Switch before somebody else decides: an order can never be approved twice by one person.</source>
        <translation>Avgjerder, import og eksport blir førte på dette namnet. Byt før ein annan tek avgjerder: same person kan aldri godkjenne ei bestilling to gonger.</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as table</source>
        <translation>Vis som tabell</translation>
    </message>
    <message>
        <source>Show as table: {title}</source>
        <translation>Vis som tabell: {title}</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Vis som diagram</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestion</name>
    <message>
        <source>{rule}: tick every point.</source>
        <translation>{rule}: Kryss av for alle punkta.</translation>
    </message>
</context>
<context>
    <name>ChosenKeys</name>
    <message>
        <source>{keys} belongs to «{other}». Give that another key first.</source>
        <translation>{keys} er teken av «{other}». Gi den kommandoen ein annan tast først.</translation>
    </message>
</context>
<context>
    <name>CitizenSketch</name>
    <message>
        <source>What the citizen meets</source>
        <translation>Det innbyggjaren møter</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>After approval</source>
        <translation>Etter godkjenning</translation>
    </message>
    <message>
        <source>Our own sketch, not Helsenorge</source>
        <translation>Vår eiga skisse, ikkje Helsenorge</translation>
    </message>
    <message>
        <source>It says what the configuration, AR and the table of forms say. How Helsenorge looks, and what else it shows there, is not known here.</source>
        <translation>Skissa byggjer på konfigurasjonen, AR og skjematabellen. Korleis Helsenorge ser ut, og kva som elles står der, veit vi ikkje her.</translation>
    </message>
</context>
<context>
    <name>ClearSign</name>
    <message>
        <source>Empty the field</source>
        <translation>Tøm feltet</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command, order, HER-id, municipality, setting or help …</source>
        <translation>Kommando, bestilling, HER-id, kommune, innstilling eller hjelp …</translation>
    </message>
    <message>
        <source>Go to or do</source>
        <translation>Gå til eller gjer</translation>
    </message>
    <message>
        <source>Up and down choose, Enter takes, Escape closes.</source>
        <translation>Pil opp og ned vel, Enter tek valet, Escape lukkar.</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treff</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n treff</numerusform>
            <numerusform>%n treff</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits}; looking among orders and parties …</source>
        <translation>{hits}; leitar mellom bestillingar og partar …</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Ordered</source>
        <translation>Bestilt</translation>
    </message>
    <message>
        <source>Registry (AR)</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>sent as “{value}”</source>
        <translation>sendt som «{value}»</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>før: {value}</translation>
    </message>
    <message>
        <source>differs from the order</source>
        <translation>annleis enn i bestillinga</translation>
    </message>
    <message>
        <source>as in the order</source>
        <translation>som i bestillinga</translation>
    </message>
    <message>
        <source>Amend {field}</source>
        <translation>Rett {field}</translation>
    </message>
</context>
<context>
    <name>ConfigurationHistory</name>
    <message>
        <source>Current</source>
        <translation>Gjeldande</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Erstatta</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Avslutta</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Angra</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Opphøyrd</translation>
    </message>
    <message>
        <source>Imported base</source>
        <translation>Importert grunnlag</translation>
    </message>
    <message>
        <source>No configuration chosen</source>
        <translation>Ingen konfigurasjon vald</translation>
    </message>
    <message>
        <source>Choose one in the list to see what it rests on and what came before it.</source>
        <translation>Vel ein i lista for å sjå kva han byggjer på, og kva som galdt før.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Show in AR</source>
        <translation>Vis i AR</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Vis bestillinga</translation>
    </message>
    <message>
        <source>Show order {reference}</source>
        <translation>Vis bestilling {reference}</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Byggjer på</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Skjema</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gjeld frå</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrert</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Opphøyrd ved</translation>
    </message>
</context>
<context>
    <name>ConfigurationsPage</name>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjonar</translation>
    </message>
    <message>
        <source>The approved set-up of each municipality, HER-id and category.</source>
        <translation>Det godkjende oppsettet for kvar kommune, HER-id og kategori.</translation>
    </message>
    <message>
        <source>Import a base …</source>
        <translation>Importer grunnlag …</translation>
    </message>
    <message>
        <source>Load what was set up before this program, as the base of change orders</source>
        <translation>Importer det som var sett opp før dette programmet, som grunnlag for endringsbestillingar</translation>
    </message>
    <message>
        <source>Choose a CSV with what is set up already</source>
        <translation>Vel ei CSV-fil med det som alt er sett opp</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle filer (*)</translation>
    </message>
    <message numerus="yes">
        <source>Import %n configuration(s)?</source>
        <translation>
            <numerusform>Importere %n konfigurasjon?</numerusform>
            <numerusform>Importere %n konfigurasjonar?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in force at once; afterwards only an order changes or ends them.</source>
        <translation>Dei gjeld med ein gong. Etterpå kan berre ei bestilling endre eller avslutte dei.</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>Importer dei</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message>
        <source>Search configurations</source>
        <translation>Søk i konfigurasjonar</translation>
    </message>
    <message>
        <source>Municipality, HER-id, category …</source>
        <translation>Kommune, HER-id, kategori …</translation>
    </message>
    <message>
        <source>Also show ended ones</source>
        <translation>Vis òg opphøyrde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gjeld frå</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Byggjer på</translation>
    </message>
    <message>
        <source>No configurations yet</source>
        <translation>Ingen konfigurasjonar enno</translation>
    </message>
    <message>
        <source>A configuration appears here when an order is approved. What was set up before this program can be imported from a CSV file, so that change orders have a base.</source>
        <translation>Ein konfigurasjon kjem hit når ei bestilling er godkjend. Det som var sett opp før dette programmet, kan importerast frå ei CSV-fil, slik at endringsbestillingar har eit grunnlag.</translation>
    </message>
    <message>
        <source>Choose a CSV file …</source>
        <translation>Vel ei CSV-fil …</translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s)</source>
        <translation>
            <numerusform>%n konfigurasjon</numerusform>
            <numerusform>%n konfigurasjonar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ingen treff.</translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s) imported.</source>
        <translation>
            <numerusform>%n konfigurasjon importert.</numerusform>
            <numerusform>%n konfigurasjonar importerte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Open the finding</source>
        <translation>Opne funnet</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Fleire val</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>What was begun is thrown away.</source>
        <translation>Utkastet er forkasta.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre</translation>
    </message>
</context>
<context>
    <name>DraftNotice</name>
    <message>
        <source>Begun, but not finished:</source>
        <translation>Påbyrja:</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Go on with the reason: {action}</source>
        <translation>Grunngiving: {action}</translation>
    </message>
    <message>
        <source>Go on with the letter: {letter}</source>
        <translation>Brev: {letter}</translation>
    </message>
    <message>
        <source>Go on with the amendment: {field}</source>
        <translation>Retting: {field}</translation>
    </message>
    <message>
        <source>Go on with the reasons for the warnings</source>
        <translation>Grunngivingar for åtvaringane</translation>
    </message>
    <message>
        <source>Go on with the note</source>
        <translation>Notat</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Next step</source>
        <translation>Neste steg</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>age in days</source>
        <translation>alder i dagar</translation>
    </message>
    <message>
        <source>belongs to the category</source>
        <translation>høyrer til kategorien</translation>
    </message>
    <message>
        <source>known</source>
        <translation>kjent</translation>
    </message>
    <message>
        <source>limit in days</source>
        <translation>grense i dagar</translation>
    </message>
    <message>
        <source>municipalities</source>
        <translation>kommunar</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>kommune</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>bestillingar</translation>
    </message>
    <message>
        <source>owner in AR</source>
        <translation>eigar i AR</translation>
    </message>
    <message>
        <source>owner&apos;s name</source>
        <translation>namnet til eigaren</translation>
    </message>
    <message>
        <source>municipality in AR</source>
        <translation>kommune i AR</translation>
    </message>
    <message>
        <source>municipality&apos;s name in AR</source>
        <translation>kommunenamn i AR</translation>
    </message>
    <message>
        <source>places</source>
        <translation>stader</translation>
    </message>
    <message>
        <source>the table of vendors</source>
        <translation>leverandørtabellen</translation>
    </message>
    <message>
        <source>does not have the vendor and system</source>
        <translation>har ikkje leverandøren og systemet</translation>
    </message>
    <message>
        <source>has the system, with integration unknown</source>
        <translation>har systemet, men integrasjonen er ukjend</translation>
    </message>
    <message>
        <source>service type</source>
        <translation>tenestetype</translation>
    </message>
    <message>
        <source>service type in words</source>
        <translation>tenestetype i ord</translation>
    </message>
    <message>
        <source>since</source>
        <translation>sidan</translation>
    </message>
    <message>
        <source>successors&apos; names</source>
        <translation>namna til etterfølgjarane</translation>
    </message>
    <message>
        <source>successors</source>
        <translation>etterfølgjarar</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>teke ut</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>gyldig frå</translation>
    </message>
    <message>
        <source>valid to</source>
        <translation>gyldig til</translation>
    </message>
    <message>
        <source>where</source>
        <translation>kvar</translation>
    </message>
</context>
<context>
    <name>ExcerptList</name>
    <message>
        <source>From the original file</source>
        <translation>Frå originalfila</translation>
    </message>
    <message>
        <source>Looking into the original file …</source>
        <translation>Ser i originalfila …</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Orders that will leave</source>
        <translation>Bestillingar som blir eksporterte</translation>
    </message>
    <message>
        <source>Orders that are held back</source>
        <translation>Bestillingar som blir haldne tilbake</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will leave</source>
        <translation>
            <numerusform>%n bestilling blir eksportert</numerusform>
            <numerusform>%n bestillingar blir eksporterte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back</source>
        <translation>
            <numerusform>%n bestilling blir halden tilbake</numerusform>
            <numerusform>%n bestillingar blir haldne tilbake</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to leave</source>
        <translation>Ingenting ventar på eksport</translation>
    </message>
    <message>
        <source>Approved orders gather here until they are exported.</source>
        <translation>Godkjende bestillingar blir samla her til dei blir eksporterte.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingane</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referanse</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Kvifor</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>Exports</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Approved configurations leave in signed packages; receipts come back.</source>
        <translation>Det som er godkjent, blir eksportert i signerte pakkar. Kvitteringar kjem tilbake.</translation>
    </message>
    <message>
        <source>Export everything …</source>
        <translation>Eksporter alt …</translation>
    </message>
    <message>
        <source>Export to a folder …</source>
        <translation>Eksporter til mappe …</translation>
    </message>
    <message>
        <source>Next export, packages, verification</source>
        <translation>Neste eksport, pakkar, kontroll</translation>
    </message>
    <message>
        <source>Next export</source>
        <translation>Neste eksport</translation>
    </message>
    <message>
        <source>Packages and receipts</source>
        <translation>Pakkar og kvitteringar</translation>
    </message>
    <message>
        <source>Verify a package</source>
        <translation>Kontroller ein pakke</translation>
    </message>
    <message>
        <source>Choose where the package goes</source>
        <translation>Vel kvar pakken skal liggje</translation>
    </message>
    <message>
        <source>the folder “exports” of the workspace</source>
        <translation>mappa «exports» i arbeidsmappa</translation>
    </message>
    <message>
        <source>They go to: {place}.</source>
        <translation>Pakken blir lagd i: {place}.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back.</source>
        <translation>
            <numerusform>%n bestilling blir halden tilbake.</numerusform>
            <numerusform>%n bestillingar blir haldne tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n order(s)?</source>
        <translation>
            <numerusform>Eksportere %n bestilling?</numerusform>
            <numerusform>Eksportere %n bestillingar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>Eksporter no</translation>
    </message>
    <message>
        <source>Export every current configuration?</source>
        <translation>Eksportere alle gjeldande konfigurasjonar?</translation>
    </message>
    <message>
        <source>A full package replaces all that the receiver has. Use it when the receiver starts afresh; for daily work, export the changes.</source>
        <translation>Ein full pakke erstattar alt mottakaren har. Bruk han når mottakaren byrjar på nytt. Til dagleg eksporterer ein berre endringane.</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Eksporter alt</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Eksporterer</translation>
    </message>
    <message>
        <source>Import the receipt when the receiver has answered.</source>
        <translation>Importer kvitteringa når mottakaren har svart.</translation>
    </message>
    <message>
        <source>Go to packages and receipts</source>
        <translation>Gå til pakkar og kvitteringar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Afterwards only a new change order changes anything.</source>
        <translation>Etterpå er det berre ei ny endringsbestilling som kan endre noko.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Det er ingenting å eksportere.</translation>
    </message>
    <message>
        <source>No order has been approved since the last package.</source>
        <translation>Ingen bestillingar er godkjende sidan førre pakke.</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Package {sequence} has been written.</source>
        <translation>Pakke {sequence} er skriven.</translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s) left.</source>
        <translation>
            <numerusform>%n konfigurasjon er eksportert.</numerusform>
            <numerusform>%n konfigurasjonar er eksporterte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were held back.</source>
        <translation>
            <numerusform>%n bestilling vart halden tilbake.</numerusform>
            <numerusform>%n bestillingar vart haldne tilbake.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Timebok closes as soon as this work is done.</source>
        <translation>Timebok blir lukka så snart dette er gjort.</translation>
    </message>
    <message>
        <source>The status bar shows how far it has come.</source>
        <translation>Nedst i vindauget ser du kor langt det har kome.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Bli her</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Lagre og lukk</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Lukk utan å lagre</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Concerns</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Municipality name</source>
        <translation>Kommunenamn</translation>
    </message>
    <message>
        <source>Organisation no.</source>
        <translation>Org.nummer</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Teneste</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigar</translation>
    </message>
    <message>
        <source>In AR</source>
        <translation>I AR</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Skjema</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Journal system</source>
        <translation>Journalsystem</translation>
    </message>
    <message>
        <source>Interim solution</source>
        <translation>Mellomløysing</translation>
    </message>
    <message>
        <source>Wanted from</source>
        <translation>Ønskt frå</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Written language</source>
        <translation>Målform</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Deira referanse</translation>
    </message>
    <message>
        <source>Sent in</source>
        <translation>Innsendt</translation>
    </message>
    <message>
        <source>Unusual signs</source>
        <translation>Uvanlege teikn</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Blir avslutta</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive since {day}</source>
        <translation>Ikkje aktiv sidan {day}</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Ikkje aktiv</translation>
    </message>
    <message>
        <source>A national identity number was masked.</source>
        <translation>Eit fødselsnummer er skjult.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Take away the filter: {label}</source>
        <translation>Fjern filteret: {label}</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Opne bestillingar</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ulesne</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>Category: {names}</source>
        <translation>Kategori: {names}</translation>
    </message>
    <message>
        <source>Held by {holder}</source>
        <translation>Hos {holder}</translation>
    </message>
    <message>
        <source>Taken on {day} or earlier</source>
        <translation>Teken {day} eller tidlegare</translation>
    </message>
    <message>
        <source>County not known</source>
        <translation>Ukjent fylke</translation>
    </message>
    <message>
        <source>{count} municipalities</source>
        <translation>{count} kommunar</translation>
    </message>
    <message>
        <source>{what} {first} to {last}</source>
        <translation>{what} {first}–{last}</translation>
    </message>
    <message>
        <source>Waiting since {day} or longer</source>
        <translation>Har venta sidan {day} eller lenger</translation>
    </message>
    <message>
        <source>Waiting since {day}</source>
        <translation>Har venta sidan {day}</translation>
    </message>
    <message>
        <source>Waiting since {first} to {last}</source>
        <translation>Har venta sidan {first}–{last}</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Open</source>
        <translation>Opne</translation>
    </message>
    <message>
        <source>{severity}: {title}. Not opened yet.</source>
        <translation>{severity}: {title}. Ikkje opna enno.</translation>
    </message>
    <message>
        <source>{by} set this aside: {reason}</source>
        <translation>{by} overstyrte denne: {reason}</translation>
    </message>
    <message>
        <source>To be ticked when you approve:</source>
        <translation>Dette kryssar du av når du godkjenner:</translation>
    </message>
    <message>
        <source>registry extract of {day}</source>
        <translation>AR-uttrekk frå {day}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Felt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kjelde</translation>
    </message>
    <message>
        <source>Show them together</source>
        <translation>Vis dei samla</translation>
    </message>
    <message>
        <source>Use {number}</source>
        <translation>Bruk {number}</translation>
    </message>
    <message>
        <source>Use HER-id {number}, {label}</source>
        <translation>Bruk HER-id {number}, {label}</translation>
    </message>
    <message>
        <source>This order can no longer be amended.</source>
        <translation>Denne bestillinga kan ikkje lenger rettast.</translation>
    </message>
    <message>
        <source>What does the rule {code} say?</source>
        <translation>Kva seier regelen {code}?</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>This warning does not apply any more.</source>
        <translation>Denne åtvaringa gjeld ikkje lenger.</translation>
    </message>
</context>
<context>
    <name>FindingsWalk</name>
    <message>
        <source>No findings.</source>
        <translation>Ingen funn.</translation>
    </message>
</context>
<context>
    <name>FirstLook</name>
    <message>
        <source>{by} approved {moment} and set nothing aside.</source>
        <translation>{by} godkjende {moment} utan å overstyre noko.</translation>
    </message>
    <message>
        <source>{by} approved {moment} and set 1 warning aside.</source>
        <translation>{by} godkjende {moment} og overstyrte 1 åtvaring.</translation>
    </message>
    <message>
        <source>{by} approved {moment} and set {count} warnings aside.</source>
        <translation>{by} godkjende {moment} og overstyrte {count} åtvaringar.</translation>
    </message>
    <message>
        <source>registry extract of {moment}</source>
        <translation>AR-uttrekk frå {moment}</translation>
    </message>
    <message>
        <source>the entry in AR is still the same</source>
        <translation>oppføringa i AR er uendra</translation>
    </message>
    <message>
        <source>the entry in AR has changed since</source>
        <translation>oppføringa i AR er endra sidan</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Getting started</source>
        <translation>Kom i gang</translation>
    </message>
    <message>
        <source>{passed} of {all}</source>
        <translation>{passed} av {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Hoppa over</translation>
    </message>
    <message>
        <source>Left to do</source>
        <translation>Står att</translation>
    </message>
    <message>
        <source>All steps are done. Help brings them back.</source>
        <translation>Alle stega er gjorde. Hjelp hentar dei fram att.</translation>
    </message>
    <message>
        <source>Show those that are clear</source>
        <translation>Vis dei som er klare</translation>
    </message>
    <message>
        <source>Show the new ones</source>
        <translation>Vis dei nye</translation>
    </message>
    <message>
        <source>Switch caseworker …</source>
        <translation>Byt saksbehandlar …</translation>
    </message>
    <message>
        <source>Show those that wait</source>
        <translation>Vis dei som ventar</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Neste steg</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Hopp over</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Hopp over dette steget</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle steg</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>Vis alle steg</translation>
    </message>
    <message>
        <source>Try the sample world</source>
        <translation>Prøv eksempelverda</translation>
    </message>
    <message>
        <source>Would you rather try it first? The sample world is invented. It opens in a window and a folder of its own, so that nothing of it gets in here.</source>
        <translation>Vil du heller prøve først? Eksempelverda er oppdikta. Ho blir opna i eit eige vindauge og ei eiga mappe, slik at ingenting derifrå kjem inn her.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Skjul</translation>
    </message>
    <message>
        <source>Put away first steps</source>
        <translation>Skjul «Kom i gang»</translation>
    </message>
    <message>
        <source>Import an AR extract</source>
        <translation>Importer eit AR-uttrekk</translation>
    </message>
    <message>
        <source>Import an export from AR, so that orders can be verified.</source>
        <translation>Importer eit uttrekk frå AR, slik at bestillingar kan verifiserast.</translation>
    </message>
    <message>
        <source>Go to AR</source>
        <translation>Gå til AR</translation>
    </message>
    <message>
        <source>Choose the export …</source>
        <translation>Vel uttrekket …</translation>
    </message>
    <message>
        <source>Fill in the vendors</source>
        <translation>Fyll ut leverandørane</translation>
    </message>
    <message>
        <source>Fill in the journal vendors you know, and save. There is no public list of those that are integrated, so the table is empty; without it, each order gets a warning.</source>
        <translation>Fyll ut dei journalleverandørane du kjenner, og lagre. Det finst inga offentleg liste over dei som er integrerte, så tabellen er tom. Utan han får kvar bestilling ei åtvaring.</translation>
    </message>
    <message>
        <source>Go to the vendors</source>
        <translation>Gå til leverandørane</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Importer bestillingar</translation>
    </message>
    <message>
        <source>Choose the orders …</source>
        <translation>Vel bestillingar …</translation>
    </message>
    <message>
        <source>Approve an order</source>
        <translation>Godkjenn ei bestilling</translation>
    </message>
    <message>
        <source>Choose an order in the list, look through it to the right, and approve it below. A warning needs a reason; what stops must be put right.</source>
        <translation>Vel ei bestilling i lista, sjå gjennom ho til høgre, og godkjenn ho nedst. Ei åtvaring krev grunngiving; det som stoppar, må rettast.</translation>
    </message>
    <message>
        <source>Another caseworker approves</source>
        <translation>Ein annan saksbehandlar godkjenner</translation>
    </message>
    <message>
        <source>What you approve, another caseworker must approve too. Let the other one take over here, or open the workspace with the other one&apos;s name.</source>
        <translation>Det du godkjenner, må ein annan saksbehandlar òg godkjenne. La den andre ta over her, eller opne arbeidsmappa med namnet til den andre.</translation>
    </message>
    <message>
        <source>Export a package</source>
        <translation>Eksporter ein pakke</translation>
    </message>
    <message>
        <source>What two have approved, leaves in a signed package.</source>
        <translation>Det som to har godkjent, blir eksportert i ein signert pakke.</translation>
    </message>
    <message>
        <source>Go to the exports</source>
        <translation>Gå til Eksport</translation>
    </message>
    <message>
        <source>See what leaves …</source>
        <translation>Sjå kva som blir eksportert …</translation>
    </message>
    <message>
        <source>Import the receipt</source>
        <translation>Importer kvitteringa</translation>
    </message>
    <message>
        <source>The package has been written. Whoever receives it answers with a receipt; import it when it comes.</source>
        <translation>Pakken er skriven. Mottakaren svarer med ei kvittering. Importer ho når ho kjem.</translation>
    </message>
    <message>
        <source>Choose the receipt …</source>
        <translation>Vel kvitteringa …</translation>
    </message>
    <message>
        <source>Now you approve as the second one: choose an order that waits, and approve it.</source>
        <translation>No er du den andre som godkjenner: Vel ei bestilling som ventar, og godkjenn ho.</translation>
    </message>
    <message>
        <source>Import the orders that have come in.</source>
        <translation>Importer bestillingane som har kome inn.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingane</translation>
    </message>
</context>
<context>
    <name>FixedMarks</name>
    <message>
        <source>Fixed by the administrator</source>
        <translation>Fastsett av administrator</translation>
    </message>
    <message>
        <source>fixed by the administrator</source>
        <translation>fastsett av administrator</translation>
    </message>
    <message>
        <source>An administrator has fixed some settings for everybody on this machine.</source>
        <translation>Ein administrator har fastsett nokre innstillingar for alle på denne maskina.</translation>
    </message>
    <message>
        <source>They stand in {path}</source>
        <translation>Dei står i {path}</translation>
    </message>
    <message>
        <source>The workspace can only be {path}</source>
        <translation>Arbeidsmappa kan berre vere {path}</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>Take back</source>
        <translation>Angre endringane</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Lagre innstillingane</translation>
    </message>
    <message>
        <source>The settings have changes that are not saved.</source>
        <translation>Innstillingane har endringar som ikkje er lagra.</translation>
    </message>
    <message numerus="yes">
        <source>Name, e-mail, telephone and role are deleted %n day(s) after the receipt.</source>
        <translation>
            <numerusform>Namn, e-post, telefon og rolle blir sletta %n dag etter kvitteringa.</numerusform>
            <numerusform>Namn, e-post, telefon og rolle blir sletta %n dagar etter kvitteringa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have such contact data today.</source>
        <translation>
            <numerusform>I dag gjeld det %n bestilling.</numerusform>
            <numerusform>I dag gjeld det %n bestillingar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete contact data sooner than before?</source>
        <translation>Slette kontaktopplysningar tidlegare enn før?</translation>
    </message>
    <message>
        <source>Save and delete</source>
        <translation>Lagre og slett</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Innstillingane er lagra.</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>Lagrar innstillingane</translation>
    </message>
    <message>
        <source>Choose the inbox folder</source>
        <translation>Vel innboksmappa</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Utsjånad</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tekststorleik</translation>
    </message>
    <message>
        <source>Another caseworker must approve too</source>
        <translation>Ein annan saksbehandlar må òg godkjenne</translation>
    </message>
    <message>
        <source>Verify orders as soon as they are imported</source>
        <translation>Verifiser bestillingar så snart dei er importerte</translation>
    </message>
    <message>
        <source>A snapshot is too old after</source>
        <translation>Eit AR-uttrekk er for gammalt etter</translation>
    </message>
    <message numerus="yes">
        <source> working day(s)</source>
        <translation>
            <numerusform> verkedag</numerusform>
            <numerusform> verkedagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> minute(s)</source>
        <translation>
            <numerusform> minutt</numerusform>
            <numerusform> minutt</numerusform>
        </translation>
    </message>
    <message>
        <source>A municipality should answer within</source>
        <translation>Ein kommune bør svare innan</translation>
    </message>
    <message>
        <source>Contact data are deleted after</source>
        <translation>Kontaktopplysningar blir sletta etter</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldri</translation>
    </message>
    <message>
        <source>An encrypted workspace is locked after</source>
        <translation>Ei kryptert arbeidsmappe blir låst etter</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Innboksmappe</translation>
    </message>
    <message>
        <source>No inbox folder</source>
        <translation>Inga innboksmappe</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> dag</numerusform>
            <numerusform> dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Språk og utsjånad</translation>
    </message>
    <message>
        <source>Second approval</source>
        <translation>Totrinnskontroll</translation>
    </message>
    <message>
        <source>Nobody can be the second approver of an order they approved themselves.</source>
        <translation>Den som har godkjent ei bestilling, kan ikkje sjølv gjere totrinnskontrollen.</translation>
    </message>
    <message>
        <source>Verification and deadlines</source>
        <translation>Verifisering og fristar</translation>
    </message>
    <message>
        <source>Privacy and locking</source>
        <translation>Personvern og låsing</translation>
    </message>
    <message>
        <source>Order files that are put in this folder are imported and moved to its subfolders.</source>
        <translation>Bestillingsfiler som blir lagde i denne mappa, blir importerte og flytte til undermappene.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Vel …</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endra.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ikkje lagra enno</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>No longer grouped by municipality</source>
        <translation>Ikkje lenger gruppert etter kommune</translation>
    </message>
    <message>
        <source>Grouped by municipality</source>
        <translation>Gruppert etter kommune</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Text of the help</source>
        <translation>Teksten i hjelpa</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Who takes the orders over</source>
        <translation>Kven som tek over bestillingane</translation>
    </message>
    <message>
        <source>Why they are handed over</source>
        <translation>Kvifor dei blir overførte</translation>
    </message>
    <message>
        <source>Reason (needed where a colleague holds them)</source>
        <translation>Grunngiving (må skrivast når ein kollega har saka)</translation>
    </message>
    <message>
        <source>Held by {holder} now.</source>
        <translation>Ligg hos {holder} no.</translation>
    </message>
    <message>
        <source>Hand over {count} orders</source>
        <translation>Overfør {count} bestillingar</translation>
    </message>
    <message>
        <source>Hand over the order</source>
        <translation>Overfør bestillinga</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overfør</translation>
    </message>
    <message>
        <source>Write who takes over.</source>
        <translation>Skriv kven som tek over.</translation>
    </message>
    <message>
        <source>A colleague holds this order. Write why.</source>
        <translation>Ein kollega har denne bestillinga. Skriv kvifor ho blir overført.</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Handing over</source>
        <translation>Overfører</translation>
    </message>
    <message>
        <source>{count} orders are with {receiver} now.</source>
        <translation>{count} bestillingar ligg hos {receiver} no.</translation>
    </message>
    <message>
        <source>The order is with {receiver} now.</source>
        <translation>Bestillinga ligg hos {receiver} no.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Sample world: everything is invented</source>
        <translation>Eksempelverd: alt er oppdikta</translation>
    </message>
    <message>
        <source>Parties, vendors, orders and people in this workspace are invented. Use a workspace of its own for real orders.</source>
        <translation>Partar, leverandørar, bestillingar og personar i denne arbeidsmappa er oppdikta. Bruk ei eiga arbeidsmappe for ekte bestillingar.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Fram</translation>
    </message>
    <message>
        <source>Caseworker: {user}. Switch</source>
        <translation>Saksbehandlar: {user}. Byt</translation>
    </message>
    <message>
        <source>Switch caseworker</source>
        <translation>Byt saksbehandlar</translation>
    </message>
    <message>
        <source>▲ No registry extract yet</source>
        <translation>▲ Ingen AR-uttrekk enno</translation>
    </message>
    <message numerus="yes">
        <source>Registry extract %n day(s) old</source>
        <translation>
            <numerusform>AR-uttrekk %n dag gammalt</numerusform>
            <numerusform>AR-uttrekk %n dagar gammalt</numerusform>
        </translation>
    </message>
    <message>
        <source>Registry extract from today</source>
        <translation>AR-uttrekk frå i dag</translation>
    </message>
    <message numerus="yes">
        <source>Taken {moment}, {parties} party(ies)</source>
        <translation>
            <numerusform>Teke ut {moment}, {parties} kommunikasjonspart</numerusform>
            <numerusform>Teke ut {moment}, {parties} kommunikasjonspartar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpBook</name>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Søk i hjelpa</translation>
    </message>
    <message>
        <source>Up and down choose a hit, Enter opens it, Escape closes the help.</source>
        <translation>Pil opp og ned vel treff, Enter opnar det, Escape lukkar hjelpa.</translation>
    </message>
    <message>
        <source>Back in the help</source>
        <translation>Tilbake i hjelpa</translation>
    </message>
    <message>
        <source>Forward in the help</source>
        <translation>Fram i hjelpa</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Innhaldet i hjelpa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Lukk hjelpa</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n treff</numerusform>
            <numerusform>%n treff</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpKeys</name>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Snarveg</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>I lista</translation>
    </message>
</context>
<context>
    <name>HelpList</name>
    <message>
        <source>Contents of the help</source>
        <translation>Innhaldet i hjelpa</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Kva er nytt</translation>
    </message>
    <message>
        <source>Technical information</source>
        <translation>Tekniske opplysningar</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hjelpetekst</translation>
    </message>
    <message>
        <source>About Timebok</source>
        <translation>Om Timebok</translation>
    </message>
</context>
<context>
    <name>IdentifierText</name>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{accepted} orders imported, {refused} refused, {duplicates} already here.</source>
        <translation>{accepted} bestillingar importerte, {refused} avviste, {duplicates} fanst frå før.</translation>
    </message>
    <message>
        <source>1 order imported, {refused} refused, {duplicates} already here.</source>
        <translation>1 bestilling importert, {refused} avviste, {duplicates} fanst frå før.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… og {count} til</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>and {count} more</source>
        <translation>og {count} til</translation>
    </message>
    <message>
        <source>Refused: {count}.</source>
        <translation>Avvist: {count}.</translation>
    </message>
    <message>
        <source>Known already: {count}.</source>
        <translation>Kjent frå før: {count}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Confirm</source>
        <translation>Stadfest</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <source>That is no key the program knows.</source>
        <translation>Den tasten kjenner ikkje programmet.</translation>
    </message>
    <message>
        <source>A shortcut is one keystroke, not several in a row.</source>
        <translation>Ein snarveg er eitt tastetrykk, ikkje fleire etter kvarandre.</translation>
    </message>
    <message>
        <source>The system uses {keys} itself.</source>
        <translation>{keys} bruker systemet sjølv.</translation>
    </message>
    <message>
        <source>{keys} moves between the fields.</source>
        <translation>{keys} går mellom felta.</translation>
    </message>
    <message>
        <source>{keys} closes what is open.</source>
        <translation>{keys} lukkar det som er opna.</translation>
    </message>
    <message>
        <source>{keys} takes what is chosen, or ends the writing.</source>
        <translation>{keys} tek det som er valt, eller avsluttar det du skriv.</translation>
    </message>
    <message>
        <source>{keys} moves in lists and texts.</source>
        <translation>{keys} flytter markøren i lister og tekst.</translation>
    </message>
    <message>
        <source>{keys} is used for writing and for pressing buttons.</source>
        <translation>{keys} blir brukt til å skrive og til å trykkje på knappar.</translation>
    </message>
    <message>
        <source>{keys} writes a sign. Hold Ctrl too; a letter for the list stands in a field of its own.</source>
        <translation>{keys} skriv eit teikn. Hald òg nede Ctrl; bokstaven i lista har eit eige felt.</translation>
    </message>
    <message>
        <source>{keys} copies, pastes, cuts or selects text.</source>
        <translation>{keys} kopierer, limer inn, klipper ut eller merkjer tekst.</translation>
    </message>
    <message>
        <source>Alt and a letter opens a menu.</source>
        <translation>Alt og ein bokstav opnar ein meny.</translation>
    </message>
    <message>
        <source>Alt and a digit shows a view.</source>
        <translation>Alt og eit siffer viser ei vising.</translation>
    </message>
    <message>
        <source>{keys} changes between the map and its table.</source>
        <translation>{keys} byter mellom kartet og tabellen.</translation>
    </message>
    <message>
        <source>Only a single letter from A to Å can be used here.</source>
        <translation>Her kan du berre bruke éin bokstav frå A til Å.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Søk i kommandoar og tastar</translation>
    </message>
    <message>
        <source>Search commands and keys …</source>
        <translation>Søk i kommandoar og tastar …</translation>
    </message>
    <message>
        <source>Single letters are commands in the lists</source>
        <translation>Enkeltbokstavar er kommandoar i listene</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Kommandoane og tastane deira</translation>
    </message>
    <message>
        <source>Enter goes to the field for other keys.</source>
        <translation>Enter går til feltet der du vel andre tastar.</translation>
    </message>
    <message>
        <source>Left out, since it cannot be used: {keys}</source>
        <translation>Utelate, fordi det ikkje kan brukast: {keys}</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Ingen snarveg</translation>
    </message>
    <message>
        <source>No letter</source>
        <translation>Ingen bokstav</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Vanlege tastar</translation>
    </message>
    <message>
        <source>Usual keys for all commands</source>
        <translation>Vanlege tastar for alle kommandoar</translation>
    </message>
    <message>
        <source>These keys apply on this machine, in this workspace. Choose a command and press the keys it should have. They work at once.</source>
        <translation>Tastane gjeld på denne maskina, i denne arbeidsmappa. Vel ein kommando og trykk tastane han skal ha. Dei verkar med ein gong.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Snarveg</translation>
    </message>
    <message>
        <source>Letter in the list</source>
        <translation>Bokstav i lista</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigne</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>vanlege</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Meny</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>I lista</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastar</translation>
    </message>
    <message>
        <source>Choose a command first.</source>
        <translation>Vel ein kommando først.</translation>
    </message>
    <message>
        <source>Shortcut of «{command}»: press the keys</source>
        <translation>Snarveg for «{command}»: trykk tastane</translation>
    </message>
    <message>
        <source>Letter in the list for «{command}»</source>
        <translation>Bokstav i lista for «{command}»</translation>
    </message>
    <message>
        <source>«{command}» has got other keys.</source>
        <translation>«{command}» har fått andre tastar.</translation>
    </message>
    <message>
        <source>«{command}» has its usual keys again.</source>
        <translation>«{command}» har dei vanlege tastane igjen.</translation>
    </message>
    <message>
        <source>All commands have their usual keys again.</source>
        <translation>Alle kommandoar har dei vanlege tastane igjen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Single letters are commands in the lists.</source>
        <translation>Enkeltbokstavar er kommandoar i listene.</translation>
    </message>
    <message>
        <source>Single letters do nothing now. The shortcuts work as before.</source>
        <translation>Enkeltbokstavar gjer ingenting no. Snarvegane verkar som før.</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Letter</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Letter: {kind}</source>
        <translation>Brev: {kind}</translation>
    </message>
    <message>
        <source>Write the deadline as dd.mm.yyyy.</source>
        <translation>Skriv fristen som dd.mm.åååå.</translation>
    </message>
    <message>
        <source>{weekday}: not a working day</source>
        <translation>{weekday}: ikkje ein verkedag</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Målforma i brevet</translation>
    </message>
    <message>
        <source>To (e-mail address)</source>
        <translation>Til (e-postadresse)</translation>
    </message>
    <message>
        <source>No address is known</source>
        <translation>Inga adresse er kjend</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Svarfrist</translation>
    </message>
    <message>
        <source>The letter sets a deadline</source>
        <translation>Brevet set ein frist</translation>
    </message>
    <message>
        <source>Deadline (dd.mm.yyyy)</source>
        <translation>Frist (dd.mm.åååå)</translation>
    </message>
    <message>
        <source>E-mail draft</source>
        <translation>E-postutkast</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lagre som</translation>
    </message>
    <message>
        <source>{action} and save as</source>
        <translation>{action} og lagre som</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Teksten i brevet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Close the letter; the draft is kept</source>
        <translation>Lukk brevet; utkastet blir teke vare på</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
</context>
<context>
    <name>LetterWriting</name>
    <message>
        <source>A letter tells of a decision. Request information, reject or approve first.</source>
        <translation>Eit brev gjeld ei avgjerd. Be om opplysningar, avvis eller godkjenn først.</translation>
    </message>
    <message>
        <source>The decision that the letter told of does not stand.</source>
        <translation>Avgjerda i brevet gjeld ikkje lenger. Lukk brevet, og sjå på bestillinga på nytt.</translation>
    </message>
    <message>
        <source>{reference}-letter</source>
        <translation>{reference}-brev</translation>
    </message>
    <message>
        <source>E-mail draft (*.eml)</source>
        <translation>E-postutkast (*.eml)</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>Lagre brevet</translation>
    </message>
    <message>
        <source>Saving the letter</source>
        <translation>Lagrar brevet</translation>
    </message>
    <message>
        <source>The letter is saved in {file}. Nothing has been sent.</source>
        <translation>Brevet er lagra i {file}. Ingenting er sendt.</translation>
    </message>
</context>
<context>
    <name>ListLook</name>
    <message>
        <source>Usual rows</source>
        <translation>Vanlege rader</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte rader</translation>
    </message>
    <message>
        <source>Column {column} shown</source>
        <translation>Kolonnen {column} er synleg</translation>
    </message>
    <message>
        <source>Column {column} hidden</source>
        <translation>Kolonnen {column} er skjult</translation>
    </message>
    <message>
        <source>Columns reset</source>
        <translation>Kolonnane er stilte tilbake</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Still kolonnane tilbake</translation>
    </message>
</context>
<context>
    <name>ListSaving</name>
    <message>
        <source>orders</source>
        <translation>bestillingar</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lagre lista</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Lagrar lista</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) saved in {file}</source>
        <translation>
            <numerusform>%n bestilling er lagra i {file}</numerusform>
            <numerusform>%n bestillingar er lagra i {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Everything that was done here. Nothing can be changed or removed.</source>
        <translation>Alt som er gjort her. Ingenting kan endrast eller fjernast.</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Kontroller loggen</translation>
    </message>
    <message>
        <source>Only one order</source>
        <translation>Berre éi bestilling</translation>
    </message>
    <message>
        <source>Only one order: RTB-2026-000001</source>
        <translation>Berre éi bestilling: RTB-2026-000001</translation>
    </message>
    <message>
        <source>Log entries, newest first</source>
        <translation>Loggoppføringar, nyaste først</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Vis eldre oppføringar</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kven</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kva</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>Inga oppføring vald</translation>
    </message>
    <message>
        <source>Choose an entry to see all that was recorded with it.</source>
        <translation>Vel ei oppføring for å sjå alt som vart registrert.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) shown</source>
        <translation>
            <numerusform>Viser %n oppføring</numerusform>
            <numerusform>Viser %n oppføringar</numerusform>
        </translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Ingen oppføringar.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Vis bestillinga</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n entry(ies) verified.</source>
        <translation>
            <numerusform>Loggen er uskadd: %n oppføring kontrollert.</numerusform>
            <numerusform>Loggen er uskadd: %n oppføringar kontrollerte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last hash: {hash}</source>
        <translation>Siste hash: {hash}</translation>
    </message>
    <message>
        <source>The log has been changed from entry {number} on.</source>
        <translation>Loggen er endra frå og med oppføring {number}.</translation>
    </message>
    <message>
        <source>What stands from there on cannot be trusted. Keep the store as it is, take a copy of the folder, and compare with your last backup.</source>
        <translation>Det som står frå og med den, er ikkje til å stole på. La lageret vere som det er, ta ein kopi av mappa, og samanlikn med den siste tryggingskopien.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Timebok</source>
        <translation>Timebok</translation>
    </message>
    <message>
        <source>Timebok has been upgraded to {version}.</source>
        <translation>Timebok er oppgradert til {version}.</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>Sjå kva som er nytt</translation>
    </message>
    <message>
        <source>Some keys that were chosen on this machine cannot be used. The usual ones apply.</source>
        <translation>Nokre tastar som er valde på denne maskina, kan ikkje brukast. Dei vanlege gjeld.</translation>
    </message>
    <message>
        <source>Something went wrong in the program; your work is kept.</source>
        <translation>Noko gjekk gale i programmet. Arbeidet ditt er teke vare på.</translation>
    </message>
    <message>
        <source>Copy the report and send it to those who maintain Timebok.</source>
        <translation>Kopier rapporten og send han til dei som held Timebok ved like. Han inneheld ingen personopplysningar.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopier rapporten</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Follow the message</source>
        <translation>Følg meldinga</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Lukk meldinga</translation>
    </message>
</context>
<context>
    <name>NameForm</name>
    <message>
        <source>Name of the view</source>
        <translation>Namn på visinga</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Skriv eit namn først.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>NewsView</name>
    <message>
        <source>Version {version}</source>
        <translation>Versjon {version}</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <source>For us only. It stays with the order for good.</source>
        <translation>Berre til internt bruk. Kan ikkje endrast etterpå.</translation>
    </message>
    <message>
        <source>Internal note. Ctrl+Enter saves it.</source>
        <translation>Internt notat. Ctrl+Enter lagrar.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Lagre notatet</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Skriv notatet først.</translation>
    </message>
</context>
<context>
    <name>NoteWriting</name>
    <message>
        <source>The note is saved.</source>
        <translation>Notatet er lagra.</translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message>
        <source>Oldest first</source>
        <translation>Eldste først</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nyaste først</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Hastar mest</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referanse</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Saksbehandlar</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Søk i bestillingar</translation>
    </message>
    <message>
        <source>Search orders, municipalities, HER-id …</source>
        <translation>Søk i bestillingar, kommunar, HER-id …</translation>
    </message>
    <message>
        <source>By municipality</source>
        <translation>Kommunevis</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Vis alle bestillingar</translation>
    </message>
    <message>
        <source>Save as a view …</source>
        <translation>Lagre som vising …</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sorter etter</translation>
    </message>
</context>
<context>
    <name>OrderIntake</name>
    <message>
        <source>Import orders</source>
        <translation>Importer bestillingar</translation>
    </message>
    <message>
        <source>Importing orders</source>
        <translation>Importerer bestillingar</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verifiserer</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) verified</source>
        <translation>
            <numerusform>%n bestilling verifisert</numerusform>
            <numerusform>%n bestillingar verifiserte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Organisation no.</source>
        <translation>Org.nummer</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Motteken</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Hos</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikkje verifisert</translation>
    </message>
    <message>
        <source>Why first</source>
        <translation>Kvifor først</translation>
    </message>
    <message>
        <source>held by {holder}</source>
        <translation>hos {holder}</translation>
    </message>
    <message>
        <source>held by {holder} since {day}</source>
        <translation>hos {holder} sidan {day}</translation>
    </message>
    <message>
        <source>held by {holder} since {day}, which is {age}: longer than {limit}</source>
        <translation>hos {holder} sidan {day}, i {age}: lenger enn {limit}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ulesen</translation>
    </message>
    <message>
        <source>age {age}</source>
        <translation>alder {age}</translation>
    </message>
    <message>
        <source>{status} · answer</source>
        <translation>{status} · svar</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} bestillingar</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 bestilling</translation>
    </message>
    <message>
        <source>Municipality number not stated</source>
        <translation>Kommunenummer ikkje oppgitt</translation>
    </message>
    <message>
        <source>{count} selected (Esc clears)</source>
        <translation>{count} valde (Esc opphevar)</translation>
    </message>
    <message>
        <source>One order selected</source>
        <translation>Éi bestilling vald</translation>
    </message>
    <message>
        <source>No orders fit</source>
        <translation>Ingen bestillingar å vise</translation>
    </message>
    <message>
        <source>There are no orders in this view with these filters.</source>
        <translation>Det er ingen bestillingar i denne visinga med desse filtera.</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Vis alle bestillingar</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Ingen bestillingar enno</translation>
    </message>
    <message>
        <source>Drop mails, spreadsheets, CSV or JSON files here, or import them.</source>
        <translation>Slepp e-postar, rekneark, CSV- eller JSON-filer her, eller importer dei.</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Importer bestillingar</translation>
    </message>
</context>
<context>
    <name>OrderPlaces</name>
    <message>
        <source>{reference} is no longer in the view; it is shown alone.</source>
        <translation>{reference} er ikkje lenger i visinga og blir vist for seg.</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>{reference}: {status}.</source>
        <translation>{reference}: {status}.</translation>
    </message>
    <message>
        <source>{key} takes it back.</source>
        <translation>{key} angrar.</translation>
    </message>
    <message>
        <source>What was set aside has to be opened first.</source>
        <translation>Det som er overstyrt, må opnast først.</translation>
    </message>
    <message>
        <source>Not possible for several orders at once.</source>
        <translation>Kan ikkje gjerast for fleire bestillingar samstundes.</translation>
    </message>
    <message>
        <source>No order is shown.</source>
        <translation>Inga bestilling er vist.</translation>
    </message>
    <message>
        <source>Not possible while the order has the status «{status}».</source>
        <translation>Kan ikkje gjerast så lenge bestillinga har statusen «{status}».</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>Approve in spite of the warnings: why is each of them in order?</source>
        <translation>Godkjenne trass i åtvaringane? Grunngi kvifor kvar av dei er i orden.</translation>
    </message>
    <message>
        <source>Approve with these reasons</source>
        <translation>Godkjenn med desse grunngivingane</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Oversikt</translation>
    </message>
    <message>
        <source>Open orders now. Choose a bar to see its orders; each chart has a table.</source>
        <translation>Opne bestillingar no. Vel ei søyle for å sjå bestillingane bak ho. Kvart diagram kan visast som tabell.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>What verification found</source>
        <translation>Kva verifiseringa fann</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Working days waited</source>
        <translation>Ventetid i verkedagar</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Verkedagar</translation>
    </message>
    <message>
        <source>Rules that fire most often</source>
        <translation>Reglane som slår ut oftast</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message numerus="yes">
        <source>open order(s)</source>
        <translation>
            <numerusform>open bestilling</numerusform>
            <numerusform>opne bestillingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>working day(s) for the oldest</source>
        <translation>
            <numerusform>verkedag for den eldste</numerusform>
            <numerusform>verkedagar for den eldste</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategoriar</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Where all orders stand</source>
        <translation>Status for alle bestillingar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Ingenting å telje enno</translation>
    </message>
    <message>
        <source>When orders have been imported, this page shows how many there are, how long they have waited and what stops them.</source>
        <translation>Når det er importert bestillingar, viser denne sida kor mange dei er, kor lenge dei har venta, og kva som stoppar dei.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingane</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikkje verifisert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stoppa</translation>
    </message>
    <message>
        <source>await second approval</source>
        <translation>til totrinnskontroll</translation>
    </message>
    <message numerus="yes">
        <source>ready to export</source>
        <translation>
            <numerusform>klar for eksport</numerusform>
            <numerusform>klare for eksport</numerusform>
        </translation>
    </message>
    <message>
        <source>has waited since {date}</source>
        <translation>har venta sidan {date}</translation>
    </message>
    <message>
        <source>day-report-{day}.pdf</source>
        <translation>dagsrapport-{day}.pdf</translation>
    </message>
    <message>
        <source>Save the day report</source>
        <translation>Lagre dagsrapporten</translation>
    </message>
    <message>
        <source>Saving the day report</source>
        <translation>Lagrar dagsrapporten</translation>
    </message>
    <message>
        <source>The day report is saved: {path}</source>
        <translation>Dagsrapporten er lagra: {path}</translation>
    </message>
    <message>
        <source>The day report has been sent to the printer.</source>
        <translation>Dagsrapporten er send til skrivaren.</translation>
    </message>
    <message>
        <source>The printer did not take the day report. See to the printer and try again, or save the report as PDF.</source>
        <translation>Skrivaren tok ikkje imot dagsrapporten. Sjå til skrivaren og prøv igjen, eller lagre rapporten som PDF.</translation>
    </message>
</context>
<context>
    <name>OwnViews</name>
    <message>
        <source>Save what the list shows as a view of your own</source>
        <translation>Lagre det lista viser, som di eiga vising</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Lagre visinga</translation>
    </message>
    <message>
        <source>Another name for «{name}»</source>
        <translation>Nytt namn på «{name}»</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt namn</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>Lagre visinga som fil</translation>
    </message>
    <message>
        <source>The view is saved in {file}.</source>
        <translation>Visinga er lagra i {file}.</translation>
    </message>
    <message>
        <source>Open a view</source>
        <translation>Opne ei vising</translation>
    </message>
    <message>
        <source>The view «{name}» is saved.</source>
        <translation>Visinga «{name}» er lagra.</translation>
    </message>
    <message>
        <source>The view «{name}» is what the list shows now.</source>
        <translation>Visinga «{name}» er oppdatert med det lista viser.</translation>
    </message>
    <message>
        <source>The view «{name}» is deleted.</source>
        <translation>Visinga «{name}» er sletta.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>This is the view of the file. Save it as your own, or close this.</source>
        <translation>Dette er visinga frå fila. Lagre ho som di eiga, eller avbryt.</translation>
    </message>
    <message>
        <source>Choose one of your own views first.</source>
        <translation>Vel først ei av dine eigne visingar.</translation>
    </message>
</context>
<context>
    <name>PackageList</name>
    <message>
        <source>Packages</source>
        <translation>Pakkar</translation>
    </message>
    <message>
        <source>Import receipt …</source>
        <translation>Importer kvittering …</translation>
    </message>
    <message>
        <source>Save the public key …</source>
        <translation>Lagre den offentlege nøkkelen …</translation>
    </message>
    <message>
        <source>The receiver needs this key once, to verify the packages</source>
        <translation>Mottakaren treng denne nøkkelen éin gong, for å kontrollere pakkane</translation>
    </message>
    <message>
        <source>Verify this package</source>
        <translation>Kontroller denne pakken</translation>
    </message>
    <message>
        <source>No package has left yet</source>
        <translation>Ingen pakkar er eksporterte enno</translation>
    </message>
    <message>
        <source>Packages appear here after the first export, with their receipts.</source>
        <translation>Etter den første eksporten står pakkane her, med kvitteringane.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Vel ei kvittering</translation>
    </message>
    <message>
        <source>Receipt (*.json *.csv);;All files (*)</source>
        <translation>Kvittering (*.json *.csv);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Take in the receipt {name}?</source>
        <translation>Importere kvitteringa {name}?</translation>
    </message>
    <message>
        <source>{words} The first answer on an order is the one that counts.</source>
        <translation>{words} Det første svaret på ei bestilling er det som gjeld.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Importer ho</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message>
        <source>Save the public key</source>
        <translation>Lagre den offentlege nøkkelen</translation>
    </message>
    <message>
        <source>Key (*.json)</source>
        <translation>Nøkkel (*.json)</translation>
    </message>
    <message>
        <source>The public key was saved as {path}.</source>
        <translation>Den offentlege nøkkelen er lagra som {path}.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kvittering</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Eksportert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>I alt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Kvittert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Feila</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ventar</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringar</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed.</source>
        <translation>
            <numerusform>%n kvittert.</numerusform>
            <numerusform>%n kvitterte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n feila.</numerusform>
            <numerusform>%n feila.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown.</source>
        <translation>
            <numerusform>%n ukjend.</numerusform>
            <numerusform>%n ukjende.</numerusform>
        </translation>
    </message>
    <message>
        <source>The receipt has been taken in: {words}</source>
        <translation>Kvitteringa er importert: {words}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>PackageVerification</name>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>Trusted key</source>
        <translation>Klarert nøkkel</translation>
    </message>
    <message>
        <source>Only this workspace&apos;s own key</source>
        <translation>Berre den eigne nøkkelen til arbeidsmappa</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>ikkje kontrollert</translation>
    </message>
    <message>
        <source>Sequence number must be higher than</source>
        <translation>Løpenummeret må vere høgare enn</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>Problems of the package</source>
        <translation>Feil i pakken</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <translation>Vel ein pakke</translation>
    </message>
    <message>
        <source>Package (*.timebok-package *.zip);;All files (*)</source>
        <translation>Pakke (*.timebok-package *.zip);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Choose the folder of a package</source>
        <translation>Vel mappa til ein pakke</translation>
    </message>
    <message>
        <source>Choose the public key to trust</source>
        <translation>Vel den offentlege nøkkelen du vil stole på</translation>
    </message>
    <message>
        <source>Key (*.json);;All files (*)</source>
        <translation>Nøkkel (*.json);;Alle filer (*)</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>Fil …</translation>
    </message>
    <message>
        <source>Choose a package in one file</source>
        <translation>Vel ein pakke i éi fil</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>Mappe …</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Vel …</translation>
    </message>
    <message>
        <source>Must follow package</source>
        <translation>Må kome etter pakke</translation>
    </message>
    <message>
        <source>Is this package whole, and from whom?</source>
        <translation>Er pakken uskadd, og kven kjem han frå?</translation>
    </message>
    <message>
        <source>Every file is compared with the signed list of the package; nothing is imported or changed.</source>
        <translation>Kvar fil blir samanlikna med den signerte lista i pakken. Ingenting blir importert eller endra.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Kvar</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>pakken</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kva</translation>
    </message>
    <message>
        <source>The package is whole and its signature is trusted.</source>
        <translation>Pakken er uskadd, og signaturen er til å stole på.</translation>
    </message>
    <message numerus="yes">
        <source>The package does not verify: %n problem(s).</source>
        <translation>
            <numerusform>Pakken er ikkje godkjend i kontrollen: %n feil.</numerusform>
            <numerusform>Pakken er ikkje godkjend i kontrollen: %n feil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not use it. Get it again from the sender and verify once more.</source>
        <translation>Ikkje bruk han. Hent han på nytt frå avsendaren, og kontroller ein gong til.</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjonar</translation>
    </message>
    <message>
        <source>Without signed approval</source>
        <translation>Utan signert godkjenning</translation>
    </message>
    <message>
        <source>Approved by one alone</source>
        <translation>Godkjende av berre éin</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Løpenummer</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signert av</translation>
    </message>
    <message>
        <source>no trusted key</source>
        <translation>ingen klarert nøkkel</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjonar</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Oversikt</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillingar</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Chosen lately</source>
        <translation>Sist valt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Kommandoar</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestilling</translation>
    </message>
    <message>
        <source>Parties in the registry</source>
        <translation>Partar i AR</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Orders of a municipality</source>
        <translation>Bestillingar frå kommunen</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Lagra visingar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vising</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillingar</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Innstilling</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hjelpeside</translation>
    </message>
    <message>
        <source>Shortcut {keys}</source>
        <translation>Snarveg {keys}</translation>
    </message>
</context>
<context>
    <name>PaletteSources</name>
    <message>
        <source>reference table</source>
        <translation>oppslagstabell</translation>
    </message>
    <message>
        <source>Search the help for «{text}»</source>
        <translation>Søk i hjelpa etter «{text}»</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>ikkje aktiv</translation>
    </message>
</context>
<context>
    <name>PartyDetails</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Ikkje aktiv</translation>
    </message>
    <message>
        <source>Owner and units</source>
        <translation>Eigar og einingar</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Service type</source>
        <translation>Tenestetype</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisasjonsnummer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigar</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>Verksemdstype</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gyldig</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Dekkjer</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postadresse</translation>
    </message>
    <message>
        <source>Electronic address</source>
        <translation>Elektronisk adresse</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Skildring</translation>
    </message>
    <message>
        <source>Changed in AR</source>
        <translation>Endra i AR</translation>
    </message>
    <message>
        <source>Intermunicipal body</source>
        <translation>Interkommunal verksemd</translation>
    </message>
    <message>
        <source>General practitioner and other private</source>
        <translation>Fastlege og andre private</translation>
    </message>
    <message>
        <source>from {start}, no end</source>
        <translation>frå {start}, utan sluttdato</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>frå {start} til {end}</translation>
    </message>
    <message>
        <source>{address} (inherited)</source>
        <translation>{address} (arva)</translation>
    </message>
</context>
<context>
    <name>PartyFamily</name>
    <message>
        <source>Owner and relatives in AR</source>
        <translation>Eigar og tilknytte partar i AR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigar</translation>
    </message>
    <message>
        <source>The order&apos;s HER-id</source>
        <translation>HER-id-en i bestillinga</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Under han</translation>
    </message>
    <message>
        <source>Same owner</source>
        <translation>Same eigar</translation>
    </message>
    <message>
        <source>The HER-id is not in the registry extract.</source>
        <translation>HER-id-en er ikkje i AR-uttrekket.</translation>
    </message>
    <message>
        <source>AR names no owner of the order&apos;s HER-id.</source>
        <translation>AR oppgir ingen eigar for HER-id-en i bestillinga.</translation>
    </message>
    <message>
        <source>The owner, HER-id {her_id}, is not in the registry extract.</source>
        <translation>Eigaren, HER-id {her_id}, er ikkje i AR-uttrekket.</translation>
    </message>
    <message>
        <source>More stand below {name}; open it to see them.</source>
        <translation>Det er fleire under {name}. Opne den for å sjå dei.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>ikkje aktiv</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Timebok</source>
        <translation>Timebok</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>The passphrase once more</source>
        <translation>Passordfrasen ein gong til</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Vis det eg skriv</translation>
    </message>
    <message>
        <source>Encrypt and open</source>
        <translation>Krypter og opne</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås opp</translation>
    </message>
    <message>
        <source>Close Timebok</source>
        <translation>Lukk Timebok</translation>
    </message>
    <message>
        <source>The passphrase needs at least {count} characters.</source>
        <translation>Passordfrasen må ha minst {count} teikn.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Dei to passordfrasane er ikkje like.</translation>
    </message>
    <message>
        <source>A new recovery passphrase</source>
        <translation>Ny gjenopprettingsfrase</translation>
    </message>
    <message>
        <source>Recovery passphrase</source>
        <translation>Gjenopprettingsfrase</translation>
    </message>
    <message>
        <source>Unlock the workspace</source>
        <translation>Lås opp arbeidsmappa</translation>
    </message>
    <message>
        <source>Protect the workspace</source>
        <translation>Vern arbeidsmappa</translation>
    </message>
    <message>
        <source>Timebok is locked</source>
        <translation>Timebok er låst</translation>
    </message>
    <message>
        <source>The workspace is encrypted, and the keyring does not have its key.</source>
        <translation>Arbeidsmappa er kryptert, og nøkkelen er ikkje i nøkkelringen.</translation>
    </message>
    <message>
        <source>Everything in it is encrypted. Choose a recovery passphrase and keep it in a safe place: without it and the keyring of this machine nobody can open the workspace.</source>
        <translation>Alt i mappa blir kryptert. Vel ein gjenopprettingsfrase, og ta vare på han ein trygg stad: Utan han og nøkkelringen på denne maskina kan ingen opne arbeidsmappa.</translation>
    </message>
    <message>
        <source>What you were doing is as you left it.</source>
        <translation>Det du heldt på med, er slik du gjekk frå det.</translation>
    </message>
</context>
<context>
    <name>PeriodSection</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>All counties</source>
        <translation>Alle fylke</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle kategoriar</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Tal</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillingar</translation>
    </message>
    <message>
        <source>Through the desk</source>
        <translation>Saksgangen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kva</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Avgjerder</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Avgjerd</translation>
    </message>
    <message>
        <source>Reasons for returns</source>
        <translation>Kvifor bestillingar vart sende tilbake</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grunngiving</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Dag for dag</translation>
    </message>
    <message>
        <source>Rules and overruling</source>
        <translation>Reglar og overstyring</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} til {last}</translation>
    </message>
    <message>
        <source>Print day report</source>
        <translation>Skriv ut dagsrapport</translation>
    </message>
    <message>
        <source>Return shows the orders behind the number.</source>
        <translation>Enter viser bestillingane bak talet.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Motteke</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Eksportert</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Kvittert</translation>
    </message>
    <message>
        <source>week {week}, {year}</source>
        <translation>veke {week}, {year}</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne veka</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Denne månaden</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dette kvartalet</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>I år</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Frå byrjinga</translation>
    </message>
    <message>
        <source>Save day report</source>
        <translation>Lagre dagsrapport</translation>
    </message>
    <message>
        <source>Of the orders that were decided on: how many had a finding of the rule, and how many of them were approved in spite of it.</source>
        <translation>Av bestillingane som vart avgjorde: kor mange som hadde eit funn frå regelen, og kor mange av dei som likevel vart godkjende.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Det som har hendt</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
    <message>
        <source>Day or week</source>
        <translation>Dag eller veke</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Had it</source>
        <translation>Hadde funn</translation>
    </message>
    <message>
        <source>Approved anyway</source>
        <translation>Godkjent likevel</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Andel</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Municipalities with open orders</source>
        <translation>Kommunar med opne bestillingar</translation>
    </message>
    <message>
        <source>Show as table (F2)</source>
        <translation>Vis som tabell (F2)</translation>
    </message>
    <message>
        <source>{title}, map. Arrow keys go from place to place, letters to a name, Page Up and Page Down through the counties. Return shows the orders, F2 the table.</source>
        <translation>{title}, kart. Piltastane går frå kommune til kommune, bokstavar går til eit namn, Page Up og Page Down går gjennom fylka. Enter viser bestillingane, F2 tabellen.</translation>
    </message>
    <message>
        <source>Not on the map: {orders} of an unknown municipality</source>
        <translation>Ikkje på kartet: {orders} frå ukjend kommune</translation>
    </message>
    <message>
        <source>Show as map (F2)</source>
        <translation>Vis som kart (F2)</translation>
    </message>
    <message>
        <source>Show the orders</source>
        <translation>Vis bestillingane</translation>
    </message>
    <message>
        <source>Orders of an unknown municipality</source>
        <translation>Bestillingar frå ukjend kommune</translation>
    </message>
    <message>
        <source>The larger the mark, the more open orders. Its shape tells the heaviest outcome among them; a dot has none.</source>
        <translation>Di større merke, di fleire opne bestillingar. Forma viser det mest alvorlege utfallet blant dei. Ein prikk har ingen.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikkje verifisert</translation>
    </message>
    <message>
        <source>{state} in {count} municipalities</source>
        <translation>{state} i {count} kommunar</translation>
    </message>
    <message>
        <source>{state} in 1 municipality</source>
        <translation>{state} i 1 kommune</translation>
    </message>
    <message>
        <source>oldest: {age}</source>
        <translation>eldste: {age}</translation>
    </message>
    <message>
        <source>Show the orders of {place}</source>
        <translation>Vis bestillingane frå {place}</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Opne bestillingar</translation>
    </message>
    <message>
        <source>Oldest has waited</source>
        <translation>Eldste har venta</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Framdrift</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>QuickWays</name>
    <message>
        <source>Only unread</source>
        <translation>Berre ulesne</translation>
    </message>
    <message>
        <source>Held for long</source>
        <translation>Hatt lenge</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>{count} orders marked as unread</source>
        <translation>{count} bestillingar er merkte som ulesne</translation>
    </message>
    <message>
        <source>{count} orders marked as read</source>
        <translation>{count} bestillingar er merkte som lesne</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Merkt som ulesen</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Merkt som lesen</translation>
    </message>
</context>
<context>
    <name>ReasonFields</name>
    <message>
        <source>Reason</source>
        <translation>Grunngiving</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Grunngiving med eigne ord</translation>
    </message>
    <message>
        <source>In your own words (goes into the log)</source>
        <translation>Med eigne ord (kjem i loggen)</translation>
    </message>
    <message>
        <source>Write why, so that others understand it.</source>
        <translation>Skriv kvifor, slik at andre forstår det.</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Go on to the letter</source>
        <translation>Vidare til brevet</translation>
    </message>
    <message>
        <source>{action}: why?</source>
        <translation>{action}: kvifor?</translation>
    </message>
</context>
<context>
    <name>ReasonQuestion</name>
    <message>
        <source>Reason for setting aside {rule}</source>
        <translation>Grunngiving for å overstyre {rule}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grunngiving</translation>
    </message>
    <message>
        <source>{rule}: a reason is missing.</source>
        <translation>{rule}: Grunngivinga manglar.</translation>
    </message>
</context>
<context>
    <name>RegistryImport</name>
    <message>
        <source>Choose an AR export</source>
        <translation>Vel eit AR-uttrekk</translation>
    </message>
    <message>
        <source>AR export (*.json *.xml);;All files (*)</source>
        <translation>AR-uttrekk (*.json *.xml);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stoppar …</translation>
    </message>
    <message numerus="yes">
        <source>The file supplemented the snapshot of {taken}; it now has {parties} party(ies).</source>
        <translation>
            <numerusform>Fila supplerte AR-uttrekket frå {taken}, som no har {parties} part.</numerusform>
            <numerusform>Fila supplerte AR-uttrekket frå {taken}, som no har {parties} partar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The snapshot of {taken} with {parties} party(ies) is now the current one.</source>
        <translation>
            <numerusform>AR-uttrekket frå {taken} med {parties} part er no det gjeldande.</numerusform>
            <numerusform>AR-uttrekket frå {taken} med {parties} partar er no det gjeldande.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be read and was left out:</source>
        <translation>Kunne ikkje lesast og vart utelate:</translation>
    </message>
    <message>
        <source>The orders have not been verified against it. {key} verifies them.</source>
        <translation>Bestillingane er ikkje verifiserte mot det. {key} verifiserer dei.</translation>
    </message>
    <message>
        <source>No order needed to be verified against it.</source>
        <translation>Ingen bestillingar måtte verifiserast mot det.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were verified against it: {counts}.</source>
        <translation>
            <numerusform>%n bestilling vart verifisert mot det: {counts}.</numerusform>
            <numerusform>%n bestillingar vart verifiserte mot det: {counts}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>{name} has far fewer parties than the current snapshot.</source>
        <translation>{name} har langt færre partar enn det gjeldande AR-uttrekket.</translation>
    </message>
    <message>
        <source>{new} against {old}. It may be cut off. If you use it, orders for the parties that are missing will be stopped. Nothing has changed yet.</source>
        <translation>{new} mot {old}. Fila kan vere ufullstendig. Tek du ho i bruk, blir bestillingar for partar som manglar, stoppa. Ingenting er endra enno.</translation>
    </message>
    <message>
        <source>Keep the current snapshot</source>
        <translation>Behald det gjeldande uttrekket</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Bruk fila likevel</translation>
    </message>
</context>
<context>
    <name>RegistryPage</name>
    <message>
        <source>Adresseregisteret (AR)</source>
        <translation>Adresseregisteret (AR)</translation>
    </message>
    <message>
        <source>Import AR export …</source>
        <translation>Importer AR-uttrekk …</translation>
    </message>
    <message>
        <source>Parties and snapshots</source>
        <translation>Partar og uttrekk</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Partar</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Uttrekk</translation>
    </message>
    <message>
        <source>Search parties</source>
        <translation>Søk etter partar</translation>
    </message>
    <message>
        <source>Name, place, HER-id, organisation number, service type …</source>
        <translation>Namn, stad, HER-id, organisasjonsnummer, tenestetype …</translation>
    </message>
    <message>
        <source>Parties found</source>
        <translation>Partar som er funne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>No party chosen</source>
        <translation>Ingen part vald</translation>
    </message>
    <message>
        <source>Choose a party in the list to see its owner, its type, its period and the municipalities it covers.</source>
        <translation>Vel ein part i lista for å sjå eigar, type, periode og kva kommunar han dekkjer.</translation>
    </message>
    <message>
        <source>No AR snapshot yet</source>
        <translation>Ingen AR-uttrekk enno</translation>
    </message>
    <message>
        <source>Orders can only be verified against a copy of Adresseregisteret. Get an export from AR and import it here; the program never fetches it by itself.</source>
        <translation>Bestillingar kan berre verifiserast mot ein kopi av Adresseregisteret. Hent eit uttrekk frå AR og importer det her. Programmet hentar det aldri sjølv.</translation>
    </message>
    <message>
        <source>Choose an AR export …</source>
        <translation>Vel eit AR-uttrekk …</translation>
    </message>
    <message>
        <source>No snapshot has been imported.</source>
        <translation>Ingen uttrekk er importerte.</translation>
    </message>
    <message>
        <source>with deactivated parties</source>
        <translation>med deaktiverte partar</translation>
    </message>
    <message>
        <source>without deactivated parties</source>
        <translation>utan deaktiverte partar</translation>
    </message>
    <message numerus="yes">
        <source>Snapshot of {taken}: {parties} party(ies), {left_out}</source>
        <translation>
            <numerusform>Uttrekk frå {taken}: {parties} part, {left_out}</numerusform>
            <numerusform>Uttrekk frå {taken}: {parties} partar, {left_out}</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {count} are shown; write more to narrow them down.</source>
        <translation>Viser dei første {count}. Skriv meir for å avgrense.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(ies) found</source>
        <translation>
            <numerusform>%n part funnen</numerusform>
            <numerusform>%n partar funne</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. A party that is missing may be deactivated in AR.</source>
        <translation>Ingen treff. Ein part som manglar, kan vere deaktivert i AR.</translation>
    </message>
</context>
<context>
    <name>RetentionWatch</name>
    <message numerus="yes">
        <source>Contact data of %n order(s) deleted.</source>
        <translation>
            <numerusform>Kontaktopplysningane i %n bestilling er sletta.</numerusform>
            <numerusform>Kontaktopplysningane i %n bestillingar er sletta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <translation>Gjennomgang</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Inga bestilling vald</translation>
    </message>
    <message>
        <source>Choose an order in the list to see what it asks for and what AR says.</source>
        <translation>Vel ei bestilling i lista for å sjå kva ho ber om, og kva AR seier.</translation>
    </message>
    <message>
        <source>Nothing is known yet: the order has not been verified.</source>
        <translation>Bestillinga er ikkje verifisert enno, så det er ingen funn å vise.</translation>
    </message>
    <message>
        <source>These findings rest on an older registry extract.</source>
        <translation>Desse funna byggjer på eit eldre AR-uttrekk.</translation>
    </message>
    <message>
        <source>No findings. Everything that was compared agrees.</source>
        <translation>Ingen funn. Alt som vart samanlikna, stemmer.</translation>
    </message>
    <message>
        <source>About the order</source>
        <translation>Om bestillinga</translation>
    </message>
    <message>
        <source>The order in detail</source>
        <translation>Bestillinga i detalj</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules</source>
        <translation>Reglar</translation>
    </message>
    <message>
        <source>A stop must be put right before an order can be approved; a warning needs a reason. What is not publicly known stands in the reference tables, and a rule keeps silent where it does not know. Enter opens a rule&apos;s page.</source>
        <translation>Det som stoppar, må rettast før bestillinga kan godkjennast. Ei åtvaring krev ei grunngiving. Det som ikkje er offentleg kjent, står i oppslagstabellane, og ein regel slår ikkje ut når han manglar opplysningar. Enter opnar sida om regelen.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Kor alvorleg</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kjelde</translation>
    </message>
</context>
<context>
    <name>SecondLook</name>
    <message>
        <source>Before you approve: open the finding that was set aside.</source>
        <translation>Før du godkjenner: opne funnet som er overstyrt.</translation>
    </message>
    <message>
        <source>Before you approve: open the {count} findings that were set aside.</source>
        <translation>Før du godkjenner: opne dei {count} funna som er overstyrte.</translation>
    </message>
    <message>
        <source>Approving also confirms these reasons. {reasons}</source>
        <translation>Godkjenner du, stadfestar du òg grunngivingane. {reasons}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Innstillingar</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Delar av innstillingane</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generelt</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandlar</translation>
    </message>
    <message>
        <source>Reference tables</source>
        <translation>Oppslagstabellar</translation>
    </message>
    <message>
        <source>Backup and store</source>
        <translation>Tryggingskopi og lager</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglar</translation>
    </message>
</context>
<context>
    <name>SketchCard</name>
    <message>
        <source>{title} (changes): {text}</source>
        <translation>{title} (blir endra): {text}</translation>
    </message>
</context>
<context>
    <name>SnapshotList</name>
    <message>
        <source>Snapshots</source>
        <translation>Uttrekk</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Bruk</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Gjeldande</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Teke vare på</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Teke ut</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Partar</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Siste hending</translation>
    </message>
    <message>
        <source>Deactivated parties</source>
        <translation>Deaktiverte partar</translation>
    </message>
    <message>
        <source>included</source>
        <translation>er med</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>er utelatne</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importert</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>Supplert</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n gong</numerusform>
            <numerusform>%n gonger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stakes</name>
    <message>
        <source>It cannot be undone.</source>
        <translation>Det kan ikkje angrast.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La vere</translation>
    </message>
    <message>
        <source>Nothing is done. {key} is «{words}».</source>
        <translation>Ingenting blir gjort. {key} er «{words}».</translation>
    </message>
</context>
<context>
    <name>StoreSection</name>
    <message>
        <source>Back up …</source>
        <translation>Ta tryggingskopi …</translation>
    </message>
    <message>
        <source>Check the store</source>
        <translation>Kontroller lageret</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Gjenopprett …</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Tryggingskopi</translation>
    </message>
    <message>
        <source>A whole and verified copy of the store in one file. Keep it on another disk.</source>
        <translation>Ein fullstendig og kontrollert kopi av lageret i éi fil. Ta vare på han på ein annan disk.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Looks the whole store through: every page, every rule of the database.</source>
        <translation>Går gjennom heile lageret: kvar side, kvar regel i databasen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Gjenoppretting</translation>
    </message>
    <message>
        <source>Puts a backup in the place of the store. The store of today is kept among the backups first.</source>
        <translation>Erstattar lageret med ein tryggingskopi. Lageret slik det er no, blir først teke vare på mellom tryggingskopiane.</translation>
    </message>
    <message>
        <source>Save the backup</source>
        <translation>Lagre tryggingskopien</translation>
    </message>
    <message>
        <source>Backup (*.timebok-backup)</source>
        <translation>Tryggingskopi (*.timebok-backup)</translation>
    </message>
    <message>
        <source>The backup was written and verified: {path}</source>
        <translation>Tryggingskopien er skriven og kontrollert: {path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Tek tryggingskopi</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Vel ein tryggingskopi</translation>
    </message>
    <message>
        <source>Backup (*.timebok-backup);;All files (*)</source>
        <translation>Tryggingskopi (*.timebok-backup);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Put {name} in the place of the store?</source>
        <translation>Erstatte lageret med {name}?</translation>
    </message>
    <message>
        <source>Everything that was done after the backup leaves the desk. The store of today is kept among the backups.</source>
        <translation>Alt som er gjort etter tryggingskopien, blir borte. Lageret slik det er no, blir teke vare på mellom tryggingskopiane.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Gjenopprett frå denne kopien</translation>
    </message>
    <message>
        <source>The store was restored from {name}.</source>
        <translation>Lageret er gjenoppretta frå {name}.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Gjenopprettar</translation>
    </message>
    <message>
        <source>The store is whole.</source>
        <translation>Lageret er uskadd.</translation>
    </message>
    <message numerus="yes">
        <source>The store is damaged: %n problem(s).</source>
        <translation>
            <numerusform>Lageret er skadd: %n feil.</numerusform>
            <numerusform>Lageret er skadd: %n feil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Form required</source>
        <translation>Krev skjema</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>I bruk</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Sends answers</source>
        <translation>Sender svar</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gjeld frå</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gjeld til</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Journal system</source>
        <translation>Journalsystem</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>Integrert</translation>
    </message>
    <message>
        <source>Receives answers</source>
        <translation>Tek imot svar</translation>
    </message>
    <message>
        <source>Integrated via practitioner</source>
        <translation>Integrert via behandlar</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>Kodeverk</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Official names</source>
        <translation>Offisielle namn</translation>
    </message>
    <message>
        <source>County no.</source>
        <translation>Fylkesnr.</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisasjonsnummer</translation>
    </message>
    <message>
        <source>Organisation name</source>
        <translation>Organisasjonsnamn</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Lengdegrad</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breiddegrad</translation>
    </message>
    <message>
        <source>From year</source>
        <translation>Frå år</translation>
    </message>
    <message>
        <source>To year</source>
        <translation>Til år</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>Etterfølgjarar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>Language form</source>
        <translation>Målform</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Text in bokmål</source>
        <translation>Tekst på bokmål</translation>
    </message>
    <message>
        <source>Text in nynorsk</source>
        <translation>Tekst på nynorsk</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nei</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukjent</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>bokmål</translation>
    </message>
    <message>
        <source>nynorsk</source>
        <translation>nynorsk</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>nøytral</translation>
    </message>
</context>
<context>
    <name>TablesSection</name>
    <message>
        <source>Reference table</source>
        <translation>Oppslagstabell</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Lagrar tabellen</translation>
    </message>
    <message>
        <source>Choose a CSV for this table</source>
        <translation>Vel ei CSV-fil til denne tabellen</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La vere</translation>
    </message>
    <message>
        <source>Replace the rows</source>
        <translation>Erstatt radene</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Lagre tabellen</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table was saved as {path}.</source>
        <translation>Tabellen er lagra som {path}.</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Legg til rad</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Fjern rad</translation>
    </message>
    <message>
        <source>Import CSV …</source>
        <translation>Importer CSV …</translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation>Eksporter CSV …</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre endringane</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Lagre tabellen</translation>
    </message>
    <message>
        <source>This table is empty</source>
        <translation>Tabellen er tom</translation>
    </message>
    <message>
        <source>Add a row, or import a CSV file. Until then the rules that ask it keep silent or say that they do not know.</source>
        <translation>Legg til ei rad, eller importer ei CSV-fil. Til då slår ikkje reglane som bruker tabellen, ut, eller dei melder at opplysningane manglar.</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Legg til den første rada</translation>
    </message>
    <message>
        <source>«{title}» has changes that are not saved.</source>
        <translation>«{title}» har endringar som ikkje er lagra.</translation>
    </message>
    <message>
        <source>The rows of {name} take their place.</source>
        <translation>Radene frå {name} kjem i staden.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Bli her</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Gå utan å lagre</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n row(s).</source>
        <translation>
            <numerusform>Lagra: %n rad.</numerusform>
            <numerusform>Lagra: %n rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the saving</source>
        <translation>Angre lagringa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endra.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Tabellen er tom.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, not saved yet</source>
        <translation>{count}, ikkje lagra enno</translation>
    </message>
</context>
<context>
    <name>TechnicalView</name>
    <message>
        <source>Technical information</source>
        <translation>Tekniske opplysningar</translation>
    </message>
    <message>
        <source>Looking around …</source>
        <translation>Samlar opplysningar …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Lagre …</translation>
    </message>
    <message>
        <source>For whoever helps you. It holds no names and nothing of any order; look over folders that you named yourself.</source>
        <translation>Til den som hjelper deg. Her står ingen namn og ingenting frå bestillingar, men sjå over mapper du sjølv har gitt namn.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the technical information</source>
        <translation>Lagre dei tekniske opplysningane</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}). Choose another folder.</source>
        <translation>{path} kan ikkje skrivast ({why}). Vel ei anna mappe.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Lagra.</translation>
    </message>
    <message>
        <source>The report is being made.</source>
        <translation>Rapporten blir laga no.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Where you are</source>
        <translation>Kvar du er</translation>
    </message>
    <message>
        <source>The pages stand here: orders, the copy of AR, configurations, exports, overview, log and settings. {ordersPageAction} to {settingsPageAction} go there.</source>
        <translation>Her er sidene: bestillingar, AR, konfigurasjonar, eksport, oversikt, logg og innstillingar. {ordersPageAction} til {settingsPageAction} går dit.</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>What waits, the oldest first. Each line says by shape and word whether it is clear, has a warning or is stopped. The list stays while you decide.</source>
        <translation>Det som ventar, eldste først. Kvar rad viser med form og ord om bestillinga er klar, har ei åtvaring eller er stoppa. Lista blir ståande medan du avgjer.</translation>
    </message>
    <message>
        <source>The views</source>
        <translation>Visingane</translation>
    </message>
    <message>
        <source>New, mine, awaiting the municipality, awaiting second approval and the rest, with how many there are in each.</source>
        <translation>Nye, mine, ventar på kommunen, til totrinnskontroll og dei andre, med kor mange det er i kvar.</translation>
    </message>
    <message>
        <source>Order, AR and what becomes</source>
        <translation>Bestilling, AR og konfigurasjon</translation>
    </message>
    <message>
        <source>To the left what was ordered, in the middle what AR says, to the right the configuration that approval gives. What differs is marked.</source>
        <translation>Til venstre det som er bestilt, i midten det AR seier, til høgre konfigurasjonen som godkjenning gir. Det som er ulikt, er merkt.</translation>
    </message>
    <message>
        <source>The findings</source>
        <translation>Funna</translation>
    </message>
    <message>
        <source>What the rules found, with reason, evidence and a way to put it right. A stop must be put right, a warning needs your reason, a note is for your information.</source>
        <translation>Det reglane fann, med grunngiving, grunnlag og forslag til retting. Det som stoppar, må rettast. Ei åtvaring krev di grunngiving, og ein merknad er til orientering.</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Avgjerda</translation>
    </message>
    <message>
        <source>Approve and next is one key, {approveAction}, while the list has the focus. The program never approves by itself, and {undoAction} takes your last decision back.</source>
        <translation>Godkjenn og neste er éin tast, {approveAction}, når lista har fokus. Programmet godkjenner aldri noko av seg sjølv, og {undoAction} angrar den siste avgjerda di.</translation>
    </message>
    <message>
        <source>{paletteAction} opens one field for commands, orders, parties, municipalities and help. A few letters are enough.</source>
        <translation>{paletteAction} opnar eitt felt for kommandoar, bestillingar, partar, kommunar og hjelp. Nokre få bokstavar er nok.</translation>
    </message>
    <message>
        <source>{helpAction} opens the help beside your work; it needs no network. The menu Help also has this tour, the way from empty to the first package, and training.</source>
        <translation>{helpAction} opnar hjelpa ved sida av arbeidet, utan nett. I menyen Hjelp finn du òg denne omvisinga, vegen frå tom arbeidsmappe til første pakke, og opplæring.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Finn fram</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Neste</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>End the guided tour</source>
        <translation>Avslutt omvisinga</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>{at} av {all}</translation>
    </message>
    <message>
        <source>This is the first stop.</source>
        <translation>Dette er det første stoppet.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
</context>
<context>
    <name>TrainingStrip</name>
    <message>
        <source>Training</source>
        <translation>Opplæring</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Vis resultatet</translation>
    </message>
    <message>
        <source>{decided} of {all} decided, {right} rightly</source>
        <translation>{decided} av {all} avgjorde, {right} rett</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Not as in the answer key</source>
        <translation>Ikkje som i fasiten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> eller </translation>
    </message>
    <message>
        <source>{verdict}. {reference}, you: {made}. The key: {found}. Then: {right}.</source>
        <translation>{verdict}. {reference}, du: {made}. Fasit: {found}. Då er dette rett: {right}.</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>ingen funn</translation>
    </message>
    <message>
        <source>Without findings</source>
        <translation>Utan funn</translation>
    </message>
    <message>
        <source>{right} of {seen} rightly</source>
        <translation>{right} av {seen} rett</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Ingenting er avgjort enno.</translation>
    </message>
    <message>
        <source>Decide the orders; after each decision the answer key stands here. Everything is invented, and second approval is off.</source>
        <translation>Avgjer bestillingane. Etter kvar avgjerd står fasiten her. Alt er oppdikta, og totrinnskontroll er slått av.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Begynn på nytt</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>Leave the training</source>
        <translation>Avslutt opplæringa</translation>
    </message>
</context>
<context>
    <name>Urgency</name>
    <message>
        <source>The municipality answered {ago}</source>
        <translation>Kommunen svarte {ago}</translation>
    </message>
    <message>
        <source>Wanted from {day}</source>
        <translation>Ønskt frå {day}</translation>
    </message>
    <message>
        <source>First approved {ago}</source>
        <translation>Godkjend første gong {ago}</translation>
    </message>
    <message>
        <source>Information asked for {ago}, without a deadline</source>
        <translation>Bede om opplysningar {ago}, utan frist</translation>
    </message>
    <message>
        <source>On hold since {day}</source>
        <translation>På vent sidan {day}</translation>
    </message>
    <message>
        <source>Waiting since {day}</source>
        <translation>Har venta sidan {day}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>har svart</translation>
    </message>
    <message>
        <source>wanted {day}</source>
        <translation>ønskt {day}</translation>
    </message>
    <message>
        <source>The municipality has until {day} to answer</source>
        <translation>Kommunen har frist til {day}</translation>
    </message>
    <message>
        <source>The deadline is today</source>
        <translation>Fristen går ut i dag</translation>
    </message>
    <message>
        <source>The deadline passed {ago}</source>
        <translation>Fristen gjekk ut {ago}</translation>
    </message>
    <message>
        <source>should be seen to today</source>
        <translation>bør behandlast i dag</translation>
    </message>
    <message>
        <source>should have been seen to by {day}</source>
        <translation>skulle vore behandla innan {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>1 working day ago</source>
        <translation>for 1 verkedag sidan</translation>
    </message>
    <message>
        <source>{count} working days ago</source>
        <translation>for {count} verkedagar sidan</translation>
    </message>
</context>
<context>
    <name>UrgencyFields</name>
    <message>
        <source>Orders should be decided within</source>
        <translation>Bestillingar bør avgjerast innan</translation>
    </message>
    <message>
        <source>An answer should be seen to within</source>
        <translation>Eit svar frå kommunen bør behandlast innan</translation>
    </message>
    <message>
        <source>The second approval should come within</source>
        <translation>Totrinnskontrollen bør gjerast innan</translation>
    </message>
    <message>
        <source>What is on hold should be looked at after</source>
        <translation>Det som er på vent, bør vurderast på nytt etter</translation>
    </message>
    <message>
        <source>Decided before the wanted date by</source>
        <translation>Bør vere avgjord så lenge før ønskt dato</translation>
    </message>
    <message>
        <source>A case that somebody has is marked after</source>
        <translation>Ei sak nokon har, blir merkt etter</translation>
    </message>
    <message numerus="yes">
        <source> working day(s)</source>
        <translation>
            <numerusform> verkedag</numerusform>
            <numerusform> verkedagar</numerusform>
        </translation>
    </message>
    <message>
        <source>What should be done first</source>
        <translation>Kva som bør gjerast først</translation>
    </message>
    <message>
        <source>These are this workspace&apos;s own numbers; no rule of NHN&apos;s stands behind them. The sorting «Most urgent first» goes by them; the last one marks cases that a colleague may have forgotten.</source>
        <translation>Fristane er bestemte for denne arbeidsmappa, ikkje av NHN. Sorteringa «Hastar mest» følgjer dei; den siste merkjer saker som ein kollega kan ha gløymt.</translation>
    </message>
</context>
<context>
    <name>UserSwitch</name>
    <message>
        <source>User name</source>
        <translation>Brukarnamn</translation>
    </message>
    <message>
        <source>User name of the caseworker who takes over</source>
        <translation>Brukarnamnet til saksbehandlaren som tek over</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passordfrase</translation>
    </message>
    <message>
        <source>Passphrase of the signing key</source>
        <translation>Passordfrasen til signeringsnøkkelen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ta over</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Cancel switching</source>
        <translation>Avbryt bytet</translation>
    </message>
    <message>
        <source>In a plain workspace the name proves nothing; it is only noted.</source>
        <translation>I ei ukryptert arbeidsmappe er ikkje namnet noko prov; det blir berre notert.</translation>
    </message>
    <message>
        <source>Switch caseworker</source>
        <translation>Byt saksbehandlar</translation>
    </message>
    <message>
        <source>Switch to {user}</source>
        <translation>Byt til {user}</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Saved views</source>
        <translation>Lagra visingar</translation>
    </message>
</context>
<context>
    <name>WaitCard</name>
    <message>
        <source>Working days from receipt to decision</source>
        <translation>Verkedagar frå motteke til avgjort</translation>
    </message>
    <message>
        <source>Half of the orders that were approved or rejected waited so long or shorter; nine in ten no longer than the number in brackets.</source>
        <translation>Halvparten av bestillingane som vart godkjende eller avviste, venta så lenge eller kortare. Ni av ti venta ikkje lenger enn talet i parentes.</translation>
    </message>
    <message>
        <source>Nothing was decided in this period.</source>
        <translation>Ingenting vart avgjort i denne perioden.</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle kategoriar</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>half within {median}, nine in ten within {ninetieth} working days, of {count} decided</source>
        <translation>halvparten innan {median}, ni av ti innan {ninetieth} verkedagar, {count} avgjort</translation>
    </message>
    <message>
        <source>All counties</source>
        <translation>Alle fylke</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>There is nothing further back.</source>
        <translation>Du er ved starten; det er ikkje noko å gå tilbake til.</translation>
    </message>
    <message>
        <source>There is nothing further on.</source>
        <translation>Det er ikkje noko å gå fram til.</translation>
    </message>
    <message>
        <source>The sample world opens in a window of its own.</source>
        <translation>Eksempelverda blir opna i eit eige vindauge.</translation>
    </message>
    <message>
        <source>The training opens in a window of its own.</source>
        <translation>Opplæringa blir opna i eit eige vindauge.</translation>
    </message>
    <message>
        <source>A new round opens in a window of its own.</source>
        <translation>Ein ny runde blir opna i eit eige vindauge.</translation>
    </message>
    <message>
        <source>The other window could not be opened.</source>
        <translation>Det andre vindauget kunne ikkje opnast.</translation>
    </message>
    <message>
        <source>Appearance: {words}</source>
        <translation>Utsjånad: {words}</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Avbryt det som går føre seg</translation>
    </message>
    <message>
        <source>{key}  find your way</source>
        <translation>{key}  finn fram</translation>
    </message>
    <message>
        <source>{words}: finished</source>
        <translation>{words}: ferdig</translation>
    </message>
</context>
<context>
    <name>WrittenList</name>
    <message>
        <source>Letters and notes</source>
        <translation>Brev og notat</translation>
    </message>
    <message>
        <source>Nothing has been written. {key} writes a note.</source>
        <translation>Ingenting er skrive. {key} skriv eit notat.</translation>
    </message>
    <message>
        <source>{by} noted</source>
        <translation>{by} noterte</translation>
    </message>
    <message>
        <source>{by} saved the letter «{kind}» in {language} ({formats})</source>
        <translation>{by} lagra brevet «{kind}» på {language} ({formats})</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>svarfrist {day}</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Unknown municipality</source>
        <translation>Ukjend kommune</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikkje verifisert</translation>
    </message>
    <message>
        <source>no open orders</source>
        <translation>ingen opne bestillingar</translation>
    </message>
    <message>
        <source>1 open order</source>
        <translation>1 open bestilling</translation>
    </message>
    <message>
        <source>{count} open orders</source>
        <translation>{count} opne bestillingar</translation>
    </message>
    <message>
        <source>oldest: {age}</source>
        <translation>eldste: {age}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>today {clock}</source>
        <translation>i dag {clock}</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>i går {clock}</translation>
    </message>
    <message>
        <source>1 working day ago</source>
        <translation>for 1 verkedag sidan</translation>
    </message>
    <message>
        <source>{count} working days ago</source>
        <translation>for {count} verkedagar sidan</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 verkedag</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count} verkedagar</translation>
    </message>
    <message>
        <source>▲ past deadline</source>
        <translation>▲ over frist</translation>
    </message>
    <message>
        <source>deadline today</source>
        <translation>frist i dag</translation>
    </message>
    <message>
        <source>deadline {day}</source>
        <translation>frist {day}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>nokre sekund igjen</translation>
    </message>
    <message>
        <source>about {count} seconds left</source>
        <translation>omtrent {count} sekund igjen</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>omtrent eitt minutt igjen</translation>
    </message>
    <message>
        <source>about {count} minutes left</source>
        <translation>omtrent {count} minutt igjen</translation>
    </message>
    <message>
        <source>about {count} hours left</source>
        <translation>omtrent {count} timar igjen</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>motteken {moment}</translation>
    </message>
    <message>
        <source>sent in {moment}</source>
        <translation>send inn {moment}</translation>
    </message>
</context>
</TS>
