<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="en">
<context>
    <name>AboutView</name>
    <message>
        <source>Parts and their licences</source>
        <translation>Deler og lisensene deres</translation>
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
        <translation>Lisensen til den valgte delen</translation>
    </message>
    <message>
        <source>Choose a part to read its licence.</source>
        <translation>Velg en del for å lese lisensen.</translation>
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
        <translation>Saksbehandlerens bord for bestillinger av ressurstimebok: Programmet kontrollerer, et menneske beslutter, og AR-forvalterne setter opp.</translation>
    </message>
    <message>
        <source>Everything stays on this machine; nothing is sent anywhere.</source>
        <translation>Alt blir værende på denne maskinen; ingenting sendes ut.</translation>
    </message>
    <message>
        <source>Timebok uses Qt {version} under the GNU Lesser General Public License, version 3. Qt is loaded as separate libraries, and you may replace them with your own.</source>
        <translation>Timebok bruker Qt {version} under GNU Lesser General Public License, versjon 3. Qt lastes som egne biblioteker, og du kan bytte dem ut med dine egne.</translation>
    </message>
    <message>
        <source>All licence texts are in {folder}</source>
        <translation>Alle lisenstekstene ligger i {folder}</translation>
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
        <translation>Importer bestillinger …</translation>
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
        <translation>Importer konfigurasjoner …</translation>
    </message>
    <message>
        <source>Export changes …</source>
        <translation>Eksporter endringer …</translation>
    </message>
    <message>
        <source>Export everything …</source>
        <translation>Eksporter alt …</translation>
    </message>
    <message>
        <source>Save the list …</source>
        <translation>Lagre listen …</translation>
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
        <translation>Be om opplysninger …</translation>
    </message>
    <message>
        <source>Put on hold …</source>
        <translation>Sett på vent …</translation>
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
        <translation>Forrige bestilling</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Neste funn</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Forrige funn</translation>
    </message>
    <message>
        <source>From the finding to its field and back</source>
        <translation>Fra funnet til feltet og tilbake</translation>
    </message>
    <message>
        <source>Take the case</source>
        <translation>Ta saken</translation>
    </message>
    <message>
        <source>Release the case</source>
        <translation>Frigi saken</translation>
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
        <translation>Gjenåpne …</translation>
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
        <translation>Rett bestillingen …</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Vis kilden</translation>
    </message>
    <message>
        <source>Show what the citizen meets</source>
        <translation>Vis det innbyggeren møter</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Merk som ulest</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Merk som lest</translation>
    </message>
    <message>
        <source>Approve all clear orders …</source>
        <translation>Godkjenn alle klare bestillinger …</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifiser</translation>
    </message>
    <message>
        <source>Verify all orders again</source>
        <translation>Verifiser alle bestillinger på nytt</translation>
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
        <translation>Bestillinger</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjoner</translation>
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
        <translation>Innstillinger</translation>
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
        <translation>Kolonner i listen …</translation>
    </message>
    <message>
        <source>Only unread orders or all</source>
        <translation>Bare uleste bestillinger eller alle</translation>
    </message>
    <message>
        <source>Only cases held for long or all</source>
        <translation>Bare saker noen har hatt lenge, eller alle</translation>
    </message>
    <message>
        <source>Grouped by municipality or not</source>
        <translation>Kommunevis eller ikke</translation>
    </message>
    <message>
        <source>Compact rows or usual ones</source>
        <translation>Kompakte eller vanlige rader</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>Bytt målform</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Lyst, mørkt eller høy kontrast</translation>
    </message>
    <message>
        <source>Switch caseworker …</source>
        <translation>Bytt saksbehandler …</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Lås vinduet</translation>
    </message>
    <message>
        <source>Check an export package …</source>
        <translation>Kontroller en eksportpakke …</translation>
    </message>
    <message>
        <source>Save the public key …</source>
        <translation>Lagre den offentlige nøkkelen …</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>Ta sikkerhetskopi …</translation>
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
        <translation>Omvisning</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Opplæring</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Hva er nytt</translation>
    </message>
    <message>
        <source>Technical information …</source>
        <translation>Tekniske opplysninger …</translation>
    </message>
    <message>
        <source>About Timebok</source>
        <translation>Om Timebok</translation>
    </message>
    <message>
        <source>Save as a view of your own …</source>
        <translation>Lagre som egen visning …</translation>
    </message>
    <message>
        <source>Let your view be what the list shows</source>
        <translation>Oppdater visningen din med det listen viser</translation>
    </message>
    <message>
        <source>Rename your view …</source>
        <translation>Gi visningen din nytt navn …</translation>
    </message>
    <message>
        <source>Delete your view</source>
        <translation>Slett visningen din</translation>
    </message>
    <message>
        <source>Save your view as a file …</source>
        <translation>Lagre visningen din som fil …</translation>
    </message>
    <message>
        <source>Open a view from a file …</source>
        <translation>Åpne en visning fra fil …</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>Field to amend</source>
        <translation>Felt som skal rettes</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Ny verdi</translation>
    </message>
    <message>
        <source>Reason for the amendment</source>
        <translation>Begrunnelse for rettingen</translation>
    </message>
    <message>
        <source>Reason, e.g. who confirmed it</source>
        <translation>Begrunnelse, for eksempel hvem som bekreftet det</translation>
    </message>
    <message>
        <source>Amend the order; what was sent is kept, and the order is verified again.</source>
        <translation>Rett bestillingen. Det som ble sendt, blir tatt vare på, og bestillingen verifiseres på nytt.</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>The value is the same as before.</source>
        <translation>Verdien er den samme som før.</translation>
    </message>
    <message>
        <source>Write why it is amended.</source>
        <translation>Skriv hvorfor den rettes.</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>Suggestion taken: {label}</source>
        <translation>Forslag tatt i bruk: {label}</translation>
    </message>
    <message>
        <source>{reference}: amended</source>
        <translation>{reference}: rettet</translation>
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
        <translation>Høy kontrast</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Order received</source>
        <translation>Bestilling mottatt</translation>
    </message>
    <message>
        <source>Order superseded</source>
        <translation>Bestilling erstattet</translation>
    </message>
    <message>
        <source>Order amended</source>
        <translation>Bestilling rettet</translation>
    </message>
    <message>
        <source>Orders verified</source>
        <translation>Bestillinger verifisert</translation>
    </message>
    <message>
        <source>Order exported</source>
        <translation>Bestilling eksportert</translation>
    </message>
    <message>
        <source>Receipt for the order</source>
        <translation>Kvittering for bestillingen</translation>
    </message>
    <message>
        <source>Package written</source>
        <translation>Pakke skrevet</translation>
    </message>
    <message>
        <source>List saved</source>
        <translation>Liste lagret</translation>
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
        <translation>Konfigurasjoner importert</translation>
    </message>
    <message>
        <source>Reference table replaced</source>
        <translation>Oppslagstabell erstattet</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Innstillinger lagret</translation>
    </message>
    <message>
        <source>Letter saved</source>
        <translation>Brev lagret</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Overført</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Notat skrevet</translation>
    </message>
    <message>
        <source>Reference tables added</source>
        <translation>Oppslagstabeller lagt til</translation>
    </message>
    <message>
        <source>Original saved as a file</source>
        <translation>Originalen lagret som fil</translation>
    </message>
    <message>
        <source>Original looked into at a value</source>
        <translation>Verdi slått opp i originalen</translation>
    </message>
    <message>
        <source>Contact data deleted</source>
        <translation>Kontaktopplysninger slettet</translation>
    </message>
    <message>
        <source>Contact data deleted after the set time</source>
        <translation>Kontaktopplysninger slettet etter fristen</translation>
    </message>
    <message>
        <source>Asked what is stored about a person</source>
        <translation>Oppslag på hva som er lagret om en person</translation>
    </message>
    <message>
        <source>Caseworker&apos;s key made</source>
        <translation>Saksbehandlernøkkel opprettet</translation>
    </message>
    <message>
        <source>Caseworker&apos;s key not opened</source>
        <translation>Saksbehandlernøkkel ikke åpnet: feil passordfrase</translation>
    </message>
    <message>
        <source>Keys of the workspace changed</source>
        <translation>Arbeidsmappens nøkler byttet</translation>
    </message>
    <message>
        <source>Recovery passphrase changed</source>
        <translation>Passordfrasen for gjenoppretting byttet</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set back</source>
        <translation>Klokken på maskinen ble stilt tilbake</translation>
    </message>
    <message>
        <source>The machine&apos;s clock went far ahead</source>
        <translation>Klokken på maskinen hoppet langt fram</translation>
    </message>
    <message>
        <source>Workspace made</source>
        <translation>Arbeidsmappe opprettet</translation>
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
        <translation>Fra</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Reasons for warnings</source>
        <translation>Begrunnelser for advarsler</translation>
    </message>
    <message>
        <source>Decision no.</source>
        <translation>Beslutning nr.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringer</translation>
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
        <translation>Sted i filen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillinger</translation>
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
        <translation>Tatt ut</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parter</translation>
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
        <translation>Forrige oppføring</translation>
    </message>
    <message>
        <source>Kinds of data</source>
        <translation>Typer opplysninger</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandler</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Nøkkel</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>I stedet for</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dager</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabeller</translation>
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
        <translation>Konfigurasjoner</translation>
    </message>
</context>
<context>
    <name>BulkDecisions</name>
    <message numerus="yes">
        <source>{action}: {count} order(s)</source>
        <translation>
            <numerusform>{action}: {count} bestilling</numerusform>
            <numerusform>{action}: {count} bestillinger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkForm</name>
    <message>
        <source>None of these orders can be decided so.</source>
        <translation>Ingen av disse bestillingene kan avgjøres slik.</translation>
    </message>
    <message>
        <source>{action}: none of these orders can be decided so.</source>
        <translation>{action}: ingen av disse bestillingene kan avgjøres slik.</translation>
    </message>
    <message>
        <source>{action} ({count})</source>
        <translation>{action} ({count})</translation>
    </message>
    <message numerus="yes">
        <source>{action}: {count} order(s)? {refused} stay as they are.</source>
        <translation>
            <numerusform>{action}: {count} bestilling? {refused} blir stående uendret.</numerusform>
            <numerusform>{action}: {count} bestillinger? {refused} blir stående uendret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: {count} order(s)?</source>
        <translation>
            <numerusform>{action}: {count} bestilling?</numerusform>
            <numerusform>{action}: {count} bestillinger?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: done for {done} order(s).</source>
        <translation>
            <numerusform>{action}: utført for {done} bestilling.</numerusform>
            <numerusform>{action}: utført for {done} bestillinger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: done for {done} order(s), {refused} stay as they were.</source>
        <translation>
            <numerusform>{action}: utført for {done} bestilling, {refused} står uendret.</numerusform>
            <numerusform>{action}: utført for {done} bestillinger, {refused} står uendret.</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} takes all of it back.</source>
        <translation>{key} angrer alt sammen.</translation>
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
            <numerusform>{count} endret</numerusform>
            <numerusform>{count} endrede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} ended</source>
        <translation>
            <numerusform>{count} avsluttet</numerusform>
            <numerusform>{count} avsluttede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} as they are</source>
        <translation>
            <numerusform>{count} uendret</numerusform>
            <numerusform>{count} uendrede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} taken back</source>
        <translation>
            <numerusform>{count} trukket tilbake</numerusform>
            <numerusform>{count} trukket tilbake</numerusform>
        </translation>
    </message>
    <message>
        <source>Configurations: {parts}.</source>
        <translation>Konfigurasjoner: {parts}.</translation>
    </message>
    <message>
        <source>They apply once another caseworker has approved.</source>
        <translation>De gjelder først når en annen saksbehandler har godkjent.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Endret</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Avsluttet</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Uendret</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Trukket tilbake</translation>
    </message>
    <message numerus="yes">
        <source>{count} municipality(ies)</source>
        <translation>
            <numerusform>{count} kommune</numerusform>
            <numerusform>{count} kommuner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkList</name>
    <message>
        <source>What is decided</source>
        <translation>Det som avgjøres</translation>
    </message>
    <message>
        <source>Right arrow shows the orders of a line</source>
        <translation>Pil høyre viser bestillingene på en linje</translation>
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
        <translation>Tilbake til listen</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikke verifisert</translation>
    </message>
    <message>
        <source>sent in {moment}</source>
        <translation>sendt inn {moment}</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>mottatt {moment}</translation>
    </message>
    <message>
        <source>Not verified yet. {key} verifies.</source>
        <translation>Ikke verifisert ennå. {key} verifiserer.</translation>
    </message>
    <message>
        <source>Verified against an older extract, of {moment}. {key} verifies again.</source>
        <translation>Verifisert mot et eldre AR-uttrekk, fra {moment}. {key} verifiserer på nytt.</translation>
    </message>
    <message>
        <source>Verified against the registry extract of {moment}</source>
        <translation>Verifisert mot AR-uttrekket fra {moment}</translation>
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
        <translation>Endret siden da: {fields}</translation>
    </message>
    <message>
        <source>Another order of this case</source>
        <translation>En annen bestilling i saken</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>More about the order</source>
        <translation>Mer om bestillingen</translation>
    </message>
    <message>
        <source>Earlier orders of the municipality</source>
        <translation>Tidligere bestillinger fra kommunen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Letters and notes</source>
        <translation>Brev og notater</translation>
    </message>
    <message>
        <source>Earlier orders</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>What the citizen meets</source>
        <translation>Det innbyggeren møter</translation>
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
        <translation>{moment}  mottatt fra {source}</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>en fil</translation>
    </message>
    <message>
        <source>{moment}  {by} {action}: {before} → {after}</source>
        <translation>{moment}  {by} {action}: {before} → {after}</translation>
    </message>
    <message>
        <source>{decision} (taken back)</source>
        <translation>{decision} (angret)</translation>
    </message>
    <message>
        <source>No earlier orders from this municipality.</source>
        <translation>Ingen tidligere bestillinger fra denne kommunen.</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fil: {name}</translation>
    </message>
    <message>
        <source>{name}: {value}  ·  unknown column, kept</source>
        <translation>{name}: {value}  ·  ukjent kolonne, tatt vare på</translation>
    </message>
    <message>
        <source>A national identity number was masked in {field}  ·  {place}</source>
        <translation>Et fødselsnummer ble skjult i {field}  ·  {place}</translation>
    </message>
</context>
<context>
    <name>CaseworkerSection</name>
    <message>
        <source>Switch caseworker …</source>
        <translation>Bytt saksbehandler …</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandler</translation>
    </message>
    <message>
        <source>Decisions, imports and exports are recorded in this name. Switch before somebody else decides: an order can never be approved twice by one person.</source>
        <translation>Beslutninger, import og eksport føres på dette navnet. Bytt før en annen tar beslutninger: samme person kan aldri godkjenne en bestilling to ganger.</translation>
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
        <translation>{rule}: Kryss av for alle punktene.</translation>
    </message>
</context>
<context>
    <name>ChosenKeys</name>
    <message>
        <source>{keys} belongs to «{other}». Give that another key first.</source>
        <translation>{keys} er tatt av «{other}». Gi den kommandoen en annen tast først.</translation>
    </message>
</context>
<context>
    <name>CitizenSketch</name>
    <message>
        <source>What the citizen meets</source>
        <translation>Det innbyggeren møter</translation>
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
        <translation>Vår egen skisse, ikke Helsenorge</translation>
    </message>
    <message>
        <source>It says what the configuration, AR and the table of forms say. How Helsenorge looks, and what else it shows there, is not known here.</source>
        <translation>Skissen bygger på konfigurasjonen, AR og skjematabellen. Hvordan Helsenorge ser ut, og hva som ellers står der, vet vi ikke her.</translation>
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
        <translation>Gå til eller gjør</translation>
    </message>
    <message>
        <source>Up and down choose, Enter takes, Escape closes.</source>
        <translation>Pil opp og ned velger, Enter tar valget, Escape lukker.</translation>
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
        <translation>{hits}; leter blant bestillinger og parter …</translation>
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
        <translation>annerledes enn i bestillingen</translation>
    </message>
    <message>
        <source>as in the order</source>
        <translation>som i bestillingen</translation>
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
        <translation>Gjeldende</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Avsluttet</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Angret</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Opphørt</translation>
    </message>
    <message>
        <source>Imported base</source>
        <translation>Importert grunnlag</translation>
    </message>
    <message>
        <source>No configuration chosen</source>
        <translation>Ingen konfigurasjon valgt</translation>
    </message>
    <message>
        <source>Choose one in the list to see what it rests on and what came before it.</source>
        <translation>Velg en i listen for å se hva den bygger på, og hva som gjaldt før.</translation>
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
        <translation>Vis bestillingen</translation>
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
        <translation>Bygger på</translation>
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
        <translation>Gjelder fra</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrert</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Opphørt ved</translation>
    </message>
</context>
<context>
    <name>ConfigurationsPage</name>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjoner</translation>
    </message>
    <message>
        <source>The approved set-up of each municipality, HER-id and category.</source>
        <translation>Det godkjente oppsettet for hver kommune, HER-id og kategori.</translation>
    </message>
    <message>
        <source>Import a base …</source>
        <translation>Importer grunnlag …</translation>
    </message>
    <message>
        <source>Load what was set up before this program, as the base of change orders</source>
        <translation>Importer det som var satt opp før dette programmet, som grunnlag for endringsbestillinger</translation>
    </message>
    <message>
        <source>Choose a CSV with what is set up already</source>
        <translation>Velg en CSV-fil med det som alt er satt opp</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle filer (*)</translation>
    </message>
    <message numerus="yes">
        <source>Import %n configuration(s)?</source>
        <translation>
            <numerusform>Importere %n konfigurasjon?</numerusform>
            <numerusform>Importere %n konfigurasjoner?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in force at once; afterwards only an order changes or ends them.</source>
        <translation>De gjelder med en gang. Etterpå kan bare en bestilling endre eller avslutte dem.</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>Importer dem</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message>
        <source>Search configurations</source>
        <translation>Søk i konfigurasjoner</translation>
    </message>
    <message>
        <source>Municipality, HER-id, category …</source>
        <translation>Kommune, HER-id, kategori …</translation>
    </message>
    <message>
        <source>Also show ended ones</source>
        <translation>Vis også opphørte</translation>
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
        <translation>Gjelder fra</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Bygger på</translation>
    </message>
    <message>
        <source>No configurations yet</source>
        <translation>Ingen konfigurasjoner ennå</translation>
    </message>
    <message>
        <source>A configuration appears here when an order is approved. What was set up before this program can be imported from a CSV file, so that change orders have a base.</source>
        <translation>En konfigurasjon kommer hit når en bestilling er godkjent. Det som var satt opp før dette programmet, kan importeres fra en CSV-fil, slik at endringsbestillinger har et grunnlag.</translation>
    </message>
    <message>
        <source>Choose a CSV file …</source>
        <translation>Velg en CSV-fil …</translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s)</source>
        <translation>
            <numerusform>%n konfigurasjon</numerusform>
            <numerusform>%n konfigurasjoner</numerusform>
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
            <numerusform>%n konfigurasjoner importert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Open the finding</source>
        <translation>Åpne funnet</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Flere valg</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>What was begun is thrown away.</source>
        <translation>Utkastet er forkastet.</translation>
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
        <translation>Påbegynt:</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Go on with the reason: {action}</source>
        <translation>Begrunnelse: {action}</translation>
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
        <translation>Begrunnelser for advarslene</translation>
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
        <translation>alder i dager</translation>
    </message>
    <message>
        <source>belongs to the category</source>
        <translation>hører til kategorien</translation>
    </message>
    <message>
        <source>known</source>
        <translation>kjent</translation>
    </message>
    <message>
        <source>limit in days</source>
        <translation>grense i dager</translation>
    </message>
    <message>
        <source>municipalities</source>
        <translation>kommuner</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>kommune</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>bestillinger</translation>
    </message>
    <message>
        <source>owner in AR</source>
        <translation>eier i AR</translation>
    </message>
    <message>
        <source>owner&apos;s name</source>
        <translation>eierens navn</translation>
    </message>
    <message>
        <source>municipality in AR</source>
        <translation>kommune i AR</translation>
    </message>
    <message>
        <source>municipality&apos;s name in AR</source>
        <translation>kommunenavn i AR</translation>
    </message>
    <message>
        <source>places</source>
        <translation>steder</translation>
    </message>
    <message>
        <source>the table of vendors</source>
        <translation>leverandørtabellen</translation>
    </message>
    <message>
        <source>does not have the vendor and system</source>
        <translation>har ikke leverandøren og systemet</translation>
    </message>
    <message>
        <source>has the system, with integration unknown</source>
        <translation>har systemet, men integrasjonen er ukjent</translation>
    </message>
    <message>
        <source>service type</source>
        <translation>tjenestetype</translation>
    </message>
    <message>
        <source>service type in words</source>
        <translation>tjenestetype i ord</translation>
    </message>
    <message>
        <source>since</source>
        <translation>siden</translation>
    </message>
    <message>
        <source>successors&apos; names</source>
        <translation>etterfølgernes navn</translation>
    </message>
    <message>
        <source>successors</source>
        <translation>etterfølgere</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>tatt ut</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>gyldig fra</translation>
    </message>
    <message>
        <source>valid to</source>
        <translation>gyldig til</translation>
    </message>
    <message>
        <source>where</source>
        <translation>hvor</translation>
    </message>
</context>
<context>
    <name>ExcerptList</name>
    <message>
        <source>From the original file</source>
        <translation>Fra originalfilen</translation>
    </message>
    <message>
        <source>Looking into the original file …</source>
        <translation>Ser i originalfilen …</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Orders that will leave</source>
        <translation>Bestillinger som blir eksportert</translation>
    </message>
    <message>
        <source>Orders that are held back</source>
        <translation>Bestillinger som holdes tilbake</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will leave</source>
        <translation>
            <numerusform>%n bestilling blir eksportert</numerusform>
            <numerusform>%n bestillinger blir eksportert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back</source>
        <translation>
            <numerusform>%n bestilling holdes tilbake</numerusform>
            <numerusform>%n bestillinger holdes tilbake</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to leave</source>
        <translation>Ingenting venter på eksport</translation>
    </message>
    <message>
        <source>Approved orders gather here until they are exported.</source>
        <translation>Godkjente bestillinger samles her til de blir eksportert.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingene</translation>
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
        <translation>Gjelder</translation>
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
        <translation>Hvorfor</translation>
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
        <translation>Det som er godkjent, eksporteres i signerte pakker. Kvitteringer kommer tilbake.</translation>
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
        <translation>Neste eksport, pakker, kontroll</translation>
    </message>
    <message>
        <source>Next export</source>
        <translation>Neste eksport</translation>
    </message>
    <message>
        <source>Packages and receipts</source>
        <translation>Pakker og kvitteringer</translation>
    </message>
    <message>
        <source>Verify a package</source>
        <translation>Kontroller en pakke</translation>
    </message>
    <message>
        <source>Choose where the package goes</source>
        <translation>Velg hvor pakken skal ligge</translation>
    </message>
    <message>
        <source>the folder “exports” of the workspace</source>
        <translation>mappen «exports» i arbeidsmappen</translation>
    </message>
    <message>
        <source>They go to: {place}.</source>
        <translation>Pakken legges i: {place}.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back.</source>
        <translation>
            <numerusform>%n bestilling holdes tilbake.</numerusform>
            <numerusform>%n bestillinger holdes tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n order(s)?</source>
        <translation>
            <numerusform>Eksportere %n bestilling?</numerusform>
            <numerusform>Eksportere %n bestillinger?</numerusform>
        </translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>Eksporter nå</translation>
    </message>
    <message>
        <source>Export every current configuration?</source>
        <translation>Eksportere alle gjeldende konfigurasjoner?</translation>
    </message>
    <message>
        <source>A full package replaces all that the receiver has. Use it when the receiver starts afresh; for daily work, export the changes.</source>
        <translation>En full pakke erstatter alt mottakeren har. Bruk den når mottakeren begynner på nytt. Til daglig eksporteres bare endringene.</translation>
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
        <translation>Importer kvitteringen når mottakeren har svart.</translation>
    </message>
    <message>
        <source>Go to packages and receipts</source>
        <translation>Gå til pakker og kvitteringer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Afterwards only a new change order changes anything.</source>
        <translation>Etterpå er det bare en ny endringsbestilling som kan endre noe.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Det er ingenting å eksportere.</translation>
    </message>
    <message>
        <source>No order has been approved since the last package.</source>
        <translation>Ingen bestillinger er godkjent siden forrige pakke.</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Package {sequence} has been written.</source>
        <translation>Pakke {sequence} er skrevet.</translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s) left.</source>
        <translation>
            <numerusform>%n konfigurasjon er eksportert.</numerusform>
            <numerusform>%n konfigurasjoner er eksportert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were held back.</source>
        <translation>
            <numerusform>%n bestilling ble holdt tilbake.</numerusform>
            <numerusform>%n bestillinger ble holdt tilbake.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Timebok closes as soon as this work is done.</source>
        <translation>Timebok lukkes så snart dette er gjort.</translation>
    </message>
    <message>
        <source>The status bar shows how far it has come.</source>
        <translation>Nederst i vinduet ser du hvor langt det har kommet.</translation>
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
        <translation>Lukk uten å lagre</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Concerns</source>
        <translation>Gjelder</translation>
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
        <translation>Kommunenavn</translation>
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
        <translation>Tjeneste</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eier</translation>
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
        <translation>Mellomløsning</translation>
    </message>
    <message>
        <source>Wanted from</source>
        <translation>Ønsket fra</translation>
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
        <translation>Deres referanse</translation>
    </message>
    <message>
        <source>Sent in</source>
        <translation>Innsendt</translation>
    </message>
    <message>
        <source>Unusual signs</source>
        <translation>Uvanlige tegn</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Avsluttes</translation>
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
        <translation>Ikke aktiv siden {day}</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Ikke aktiv</translation>
    </message>
    <message>
        <source>A national identity number was masked.</source>
        <translation>Et fødselsnummer er skjult.</translation>
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
        <translation>Åpne bestillinger</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Uleste</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikke oppgitt</translation>
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
        <translation>Tatt {day} eller tidligere</translation>
    </message>
    <message>
        <source>County not known</source>
        <translation>Ukjent fylke</translation>
    </message>
    <message>
        <source>{count} municipalities</source>
        <translation>{count} kommuner</translation>
    </message>
    <message>
        <source>{what} {first} to {last}</source>
        <translation>{what} {first}–{last}</translation>
    </message>
    <message>
        <source>Waiting since {day} or longer</source>
        <translation>Har ventet siden {day} eller lenger</translation>
    </message>
    <message>
        <source>Waiting since {day}</source>
        <translation>Har ventet siden {day}</translation>
    </message>
    <message>
        <source>Waiting since {first} to {last}</source>
        <translation>Har ventet siden {first}–{last}</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>{severity}: {title}. Not opened yet.</source>
        <translation>{severity}: {title}. Ikke åpnet ennå.</translation>
    </message>
    <message>
        <source>{by} set this aside: {reason}</source>
        <translation>{by} overstyrte denne: {reason}</translation>
    </message>
    <message>
        <source>To be ticked when you approve:</source>
        <translation>Dette krysser du av når du godkjenner:</translation>
    </message>
    <message>
        <source>registry extract of {day}</source>
        <translation>AR-uttrekk fra {day}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Felt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Show them together</source>
        <translation>Vis dem samlet</translation>
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
        <translation>Denne bestillingen kan ikke lenger rettes.</translation>
    </message>
    <message>
        <source>What does the rule {code} say?</source>
        <translation>Hva sier regelen {code}?</translation>
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
        <translation>Denne advarselen gjelder ikke lenger.</translation>
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
        <translation>{by} godkjente {moment} uten å overstyre noe.</translation>
    </message>
    <message>
        <source>{by} approved {moment} and set 1 warning aside.</source>
        <translation>{by} godkjente {moment} og overstyrte 1 advarsel.</translation>
    </message>
    <message>
        <source>{by} approved {moment} and set {count} warnings aside.</source>
        <translation>{by} godkjente {moment} og overstyrte {count} advarsler.</translation>
    </message>
    <message>
        <source>registry extract of {moment}</source>
        <translation>AR-uttrekk fra {moment}</translation>
    </message>
    <message>
        <source>the entry in AR is still the same</source>
        <translation>oppføringen i AR er uendret</translation>
    </message>
    <message>
        <source>the entry in AR has changed since</source>
        <translation>oppføringen i AR er endret siden</translation>
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
        <translation>Hoppet over</translation>
    </message>
    <message>
        <source>Left to do</source>
        <translation>Gjenstår</translation>
    </message>
    <message>
        <source>All steps are done. Help brings them back.</source>
        <translation>Alle stegene er gjort. Hjelp henter dem fram igjen.</translation>
    </message>
    <message>
        <source>Show those that are clear</source>
        <translation>Vis dem som er klare</translation>
    </message>
    <message>
        <source>Show the new ones</source>
        <translation>Vis de nye</translation>
    </message>
    <message>
        <source>Switch caseworker …</source>
        <translation>Bytt saksbehandler …</translation>
    </message>
    <message>
        <source>Show those that wait</source>
        <translation>Vis dem som venter</translation>
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
        <translation>Prøv eksempelverdenen</translation>
    </message>
    <message>
        <source>Would you rather try it first? The sample world is invented. It opens in a window and a folder of its own, so that nothing of it gets in here.</source>
        <translation>Vil du heller prøve først? Eksempelverdenen er oppdiktet. Den åpnes i et eget vindu og en egen mappe, slik at ingenting derfra kommer inn her.</translation>
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
        <translation>Importer et AR-uttrekk</translation>
    </message>
    <message>
        <source>Import an export from AR, so that orders can be verified.</source>
        <translation>Importer et uttrekk fra AR, slik at bestillinger kan verifiseres.</translation>
    </message>
    <message>
        <source>Go to AR</source>
        <translation>Gå til AR</translation>
    </message>
    <message>
        <source>Choose the export …</source>
        <translation>Velg uttrekket …</translation>
    </message>
    <message>
        <source>Fill in the vendors</source>
        <translation>Fyll ut leverandørene</translation>
    </message>
    <message>
        <source>Fill in the journal vendors you know, and save. There is no public list of those that are integrated, so the table is empty; without it, each order gets a warning.</source>
        <translation>Fyll ut de journalleverandørene du kjenner, og lagre. Det finnes ingen offentlig liste over dem som er integrert, så tabellen er tom. Uten den får hver bestilling en advarsel.</translation>
    </message>
    <message>
        <source>Go to the vendors</source>
        <translation>Gå til leverandørene</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Importer bestillinger</translation>
    </message>
    <message>
        <source>Choose the orders …</source>
        <translation>Velg bestillinger …</translation>
    </message>
    <message>
        <source>Approve an order</source>
        <translation>Godkjenn en bestilling</translation>
    </message>
    <message>
        <source>Choose an order in the list, look through it to the right, and approve it below. A warning needs a reason; what stops must be put right.</source>
        <translation>Velg en bestilling i listen, se gjennom den til høyre, og godkjenn den nederst. En advarsel krever begrunnelse; det som stopper, må rettes.</translation>
    </message>
    <message>
        <source>Another caseworker approves</source>
        <translation>En annen saksbehandler godkjenner</translation>
    </message>
    <message>
        <source>What you approve, another caseworker must approve too. Let the other one take over here, or open the workspace with the other one&apos;s name.</source>
        <translation>Det du godkjenner, må en annen saksbehandler også godkjenne. La den andre overta her, eller åpne arbeidsmappen med den andres navn.</translation>
    </message>
    <message>
        <source>Export a package</source>
        <translation>Eksporter en pakke</translation>
    </message>
    <message>
        <source>What two have approved, leaves in a signed package.</source>
        <translation>Det som to har godkjent, eksporteres i en signert pakke.</translation>
    </message>
    <message>
        <source>Go to the exports</source>
        <translation>Gå til Eksport</translation>
    </message>
    <message>
        <source>See what leaves …</source>
        <translation>Se hva som eksporteres …</translation>
    </message>
    <message>
        <source>Import the receipt</source>
        <translation>Importer kvitteringen</translation>
    </message>
    <message>
        <source>The package has been written. Whoever receives it answers with a receipt; import it when it comes.</source>
        <translation>Pakken er skrevet. Mottakeren svarer med en kvittering. Importer den når den kommer.</translation>
    </message>
    <message>
        <source>Choose the receipt …</source>
        <translation>Velg kvitteringen …</translation>
    </message>
    <message>
        <source>Now you approve as the second one: choose an order that waits, and approve it.</source>
        <translation>Nå er du den andre som godkjenner: Velg en bestilling som venter, og godkjenn den.</translation>
    </message>
    <message>
        <source>Import the orders that have come in.</source>
        <translation>Importer bestillingene som har kommet inn.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingene</translation>
    </message>
</context>
<context>
    <name>FixedMarks</name>
    <message>
        <source>Fixed by the administrator</source>
        <translation>Fastsatt av administrator</translation>
    </message>
    <message>
        <source>fixed by the administrator</source>
        <translation>fastsatt av administrator</translation>
    </message>
    <message>
        <source>An administrator has fixed some settings for everybody on this machine.</source>
        <translation>En administrator har fastsatt noen innstillinger for alle på denne maskinen.</translation>
    </message>
    <message>
        <source>They stand in {path}</source>
        <translation>De står i {path}</translation>
    </message>
    <message>
        <source>The workspace can only be {path}</source>
        <translation>Arbeidsmappen kan bare være {path}</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>Take back</source>
        <translation>Angre endringene</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Lagre innstillingene</translation>
    </message>
    <message>
        <source>The settings have changes that are not saved.</source>
        <translation>Innstillingene har endringer som ikke er lagret.</translation>
    </message>
    <message numerus="yes">
        <source>Name, e-mail, telephone and role are deleted %n day(s) after the receipt.</source>
        <translation>
            <numerusform>Navn, e-post, telefon og rolle slettes %n dag etter kvitteringen.</numerusform>
            <numerusform>Navn, e-post, telefon og rolle slettes %n dager etter kvitteringen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have such contact data today.</source>
        <translation>
            <numerusform>I dag gjelder det %n bestilling.</numerusform>
            <numerusform>I dag gjelder det %n bestillinger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete contact data sooner than before?</source>
        <translation>Slette kontaktopplysninger tidligere enn før?</translation>
    </message>
    <message>
        <source>Save and delete</source>
        <translation>Lagre og slett</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Innstillingene er lagret.</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>Lagrer innstillingene</translation>
    </message>
    <message>
        <source>Choose the inbox folder</source>
        <translation>Velg innboksmappen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tekststørrelse</translation>
    </message>
    <message>
        <source>Another caseworker must approve too</source>
        <translation>En annen saksbehandler må også godkjenne</translation>
    </message>
    <message>
        <source>Verify orders as soon as they are imported</source>
        <translation>Verifiser bestillinger så snart de er importert</translation>
    </message>
    <message>
        <source>A snapshot is too old after</source>
        <translation>Et AR-uttrekk er for gammelt etter</translation>
    </message>
    <message numerus="yes">
        <source> working day(s)</source>
        <translation>
            <numerusform> virkedag</numerusform>
            <numerusform> virkedager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> minute(s)</source>
        <translation>
            <numerusform> minutt</numerusform>
            <numerusform> minutter</numerusform>
        </translation>
    </message>
    <message>
        <source>A municipality should answer within</source>
        <translation>En kommune bør svare innen</translation>
    </message>
    <message>
        <source>Contact data are deleted after</source>
        <translation>Kontaktopplysninger slettes etter</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldri</translation>
    </message>
    <message>
        <source>An encrypted workspace is locked after</source>
        <translation>En kryptert arbeidsmappe låses etter</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Innboksmappe</translation>
    </message>
    <message>
        <source>No inbox folder</source>
        <translation>Ingen innboksmappe</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> dag</numerusform>
            <numerusform> dager</numerusform>
        </translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Språk og utseende</translation>
    </message>
    <message>
        <source>Second approval</source>
        <translation>Totrinnskontroll</translation>
    </message>
    <message>
        <source>Nobody can be the second approver of an order they approved themselves.</source>
        <translation>Den som har godkjent en bestilling, kan ikke selv gjøre totrinnskontrollen.</translation>
    </message>
    <message>
        <source>Verification and deadlines</source>
        <translation>Verifisering og frister</translation>
    </message>
    <message>
        <source>Privacy and locking</source>
        <translation>Personvern og låsing</translation>
    </message>
    <message>
        <source>Order files that are put in this folder are imported and moved to its subfolders.</source>
        <translation>Bestillingsfiler som legges i denne mappen, blir importert og flyttet til undermappene.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endret.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ikke lagret ennå</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>No longer grouped by municipality</source>
        <translation>Ikke lenger gruppert etter kommune</translation>
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
        <translation>Teksten i hjelpen</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Who takes the orders over</source>
        <translation>Hvem som tar over bestillingene</translation>
    </message>
    <message>
        <source>Why they are handed over</source>
        <translation>Hvorfor de overføres</translation>
    </message>
    <message>
        <source>Reason (needed where a colleague holds them)</source>
        <translation>Begrunnelse (må skrives når en kollega har saken)</translation>
    </message>
    <message>
        <source>Held by {holder} now.</source>
        <translation>Ligger hos {holder} nå.</translation>
    </message>
    <message>
        <source>Hand over {count} orders</source>
        <translation>Overfør {count} bestillinger</translation>
    </message>
    <message>
        <source>Hand over the order</source>
        <translation>Overfør bestillingen</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overfør</translation>
    </message>
    <message>
        <source>Write who takes over.</source>
        <translation>Skriv hvem som tar over.</translation>
    </message>
    <message>
        <source>A colleague holds this order. Write why.</source>
        <translation>En kollega har denne bestillingen. Skriv hvorfor den overføres.</translation>
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
        <translation>{count} bestillinger ligger hos {receiver} nå.</translation>
    </message>
    <message>
        <source>The order is with {receiver} now.</source>
        <translation>Bestillingen ligger hos {receiver} nå.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Sample world: everything is invented</source>
        <translation>Eksempelverden: alt er oppdiktet</translation>
    </message>
    <message>
        <source>Parties, vendors, orders and people in this workspace are invented. Use a workspace of its own for real orders.</source>
        <translation>Parter, leverandører, bestillinger og personer i denne arbeidsmappen er oppdiktet. Bruk en egen arbeidsmappe for ekte bestillinger.</translation>
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
        <translation>Saksbehandler: {user}. Bytt</translation>
    </message>
    <message>
        <source>Switch caseworker</source>
        <translation>Bytt saksbehandler</translation>
    </message>
    <message>
        <source>▲ No registry extract yet</source>
        <translation>▲ Ingen AR-uttrekk ennå</translation>
    </message>
    <message numerus="yes">
        <source>Registry extract %n day(s) old</source>
        <translation>
            <numerusform>AR-uttrekk %n dag gammelt</numerusform>
            <numerusform>AR-uttrekk %n dager gammelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Registry extract from today</source>
        <translation>AR-uttrekk fra i dag</translation>
    </message>
    <message numerus="yes">
        <source>Taken {moment}, {parties} party(ies)</source>
        <translation>
            <numerusform>Tatt ut {moment}, {parties} kommunikasjonspart</numerusform>
            <numerusform>Tatt ut {moment}, {parties} kommunikasjonsparter</numerusform>
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
        <translation>Søk i hjelpen</translation>
    </message>
    <message>
        <source>Up and down choose a hit, Enter opens it, Escape closes the help.</source>
        <translation>Pil opp og ned velger treff, Enter åpner det, Escape lukker hjelpen.</translation>
    </message>
    <message>
        <source>Back in the help</source>
        <translation>Tilbake i hjelpen</translation>
    </message>
    <message>
        <source>Forward in the help</source>
        <translation>Fram i hjelpen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innhold</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Innholdet i hjelpen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Lukk hjelpen</translation>
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
        <translation>Snarvei</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>I listen</translation>
    </message>
</context>
<context>
    <name>HelpList</name>
    <message>
        <source>Contents of the help</source>
        <translation>Innholdet i hjelpen</translation>
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
        <translation>Hva er nytt</translation>
    </message>
    <message>
        <source>Technical information</source>
        <translation>Tekniske opplysninger</translation>
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
        <translation>{accepted} bestillinger importert, {refused} avvist, {duplicates} fantes fra før.</translation>
    </message>
    <message>
        <source>1 order imported, {refused} refused, {duplicates} already here.</source>
        <translation>1 bestilling importert, {refused} avvist, {duplicates} fantes fra før.</translation>
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
        <translation>Kjent fra før: {count}.</translation>
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
        <translation>Bekreft</translation>
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
        <translation>Den tasten kjenner ikke programmet.</translation>
    </message>
    <message>
        <source>A shortcut is one keystroke, not several in a row.</source>
        <translation>En snarvei er ett tastetrykk, ikke flere etter hverandre.</translation>
    </message>
    <message>
        <source>The system uses {keys} itself.</source>
        <translation>{keys} bruker systemet selv.</translation>
    </message>
    <message>
        <source>{keys} moves between the fields.</source>
        <translation>{keys} går mellom feltene.</translation>
    </message>
    <message>
        <source>{keys} closes what is open.</source>
        <translation>{keys} lukker det som er åpnet.</translation>
    </message>
    <message>
        <source>{keys} takes what is chosen, or ends the writing.</source>
        <translation>{keys} tar det som er valgt, eller avslutter det du skriver.</translation>
    </message>
    <message>
        <source>{keys} moves in lists and texts.</source>
        <translation>{keys} flytter markøren i lister og tekst.</translation>
    </message>
    <message>
        <source>{keys} is used for writing and for pressing buttons.</source>
        <translation>{keys} brukes til å skrive og til å trykke på knapper.</translation>
    </message>
    <message>
        <source>{keys} writes a sign. Hold Ctrl too; a letter for the list stands in a field of its own.</source>
        <translation>{keys} skriver et tegn. Hold også nede Ctrl; bokstaven i listen har et eget felt.</translation>
    </message>
    <message>
        <source>{keys} copies, pastes, cuts or selects text.</source>
        <translation>{keys} kopierer, limer inn, klipper ut eller merker tekst.</translation>
    </message>
    <message>
        <source>Alt and a letter opens a menu.</source>
        <translation>Alt og en bokstav åpner en meny.</translation>
    </message>
    <message>
        <source>Alt and a digit shows a view.</source>
        <translation>Alt og et siffer viser en visning.</translation>
    </message>
    <message>
        <source>{keys} changes between the map and its table.</source>
        <translation>{keys} bytter mellom kartet og tabellen.</translation>
    </message>
    <message>
        <source>Only a single letter from A to Å can be used here.</source>
        <translation>Her kan du bare bruke én bokstav fra A til Å.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Søk i kommandoer og taster</translation>
    </message>
    <message>
        <source>Search commands and keys …</source>
        <translation>Søk i kommandoer og taster …</translation>
    </message>
    <message>
        <source>Single letters are commands in the lists</source>
        <translation>Enkeltbokstaver er kommandoer i listene</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Kommandoene og tastene deres</translation>
    </message>
    <message>
        <source>Enter goes to the field for other keys.</source>
        <translation>Enter går til feltet der du velger andre taster.</translation>
    </message>
    <message>
        <source>Left out, since it cannot be used: {keys}</source>
        <translation>Utelatt, fordi det ikke kan brukes: {keys}</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Ingen snarvei</translation>
    </message>
    <message>
        <source>No letter</source>
        <translation>Ingen bokstav</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Vanlige taster</translation>
    </message>
    <message>
        <source>Usual keys for all commands</source>
        <translation>Vanlige taster for alle kommandoer</translation>
    </message>
    <message>
        <source>These keys apply on this machine, in this workspace. Choose a command and press the keys it should have. They work at once.</source>
        <translation>Tastene gjelder på denne maskinen, i denne arbeidsmappen. Velg en kommando og trykk tastene den skal ha. De virker med en gang.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Snarvei</translation>
    </message>
    <message>
        <source>Letter in the list</source>
        <translation>Bokstav i listen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>egne</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>vanlige</translation>
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
        <translation>I listen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Choose a command first.</source>
        <translation>Velg en kommando først.</translation>
    </message>
    <message>
        <source>Shortcut of «{command}»: press the keys</source>
        <translation>Snarvei for «{command}»: trykk tastene</translation>
    </message>
    <message>
        <source>Letter in the list for «{command}»</source>
        <translation>Bokstav i listen for «{command}»</translation>
    </message>
    <message>
        <source>«{command}» has got other keys.</source>
        <translation>«{command}» har fått andre taster.</translation>
    </message>
    <message>
        <source>«{command}» has its usual keys again.</source>
        <translation>«{command}» har de vanlige tastene igjen.</translation>
    </message>
    <message>
        <source>All commands have their usual keys again.</source>
        <translation>Alle kommandoer har de vanlige tastene igjen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Single letters are commands in the lists.</source>
        <translation>Enkeltbokstaver er kommandoer i listene.</translation>
    </message>
    <message>
        <source>Single letters do nothing now. The shortcuts work as before.</source>
        <translation>Enkeltbokstaver gjør ingenting nå. Snarveiene virker som før.</translation>
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
        <translation>{weekday}: ikke en virkedag</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Brevets målform</translation>
    </message>
    <message>
        <source>To (e-mail address)</source>
        <translation>Til (e-postadresse)</translation>
    </message>
    <message>
        <source>No address is known</source>
        <translation>Ingen adresse er kjent</translation>
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
        <translation>Brevet setter en frist</translation>
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
        <translation>Lukk brevet; utkastet blir tatt vare på</translation>
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
        <translation>Et brev gjelder en beslutning. Be om opplysninger, avvis eller godkjenn først.</translation>
    </message>
    <message>
        <source>The decision that the letter told of does not stand.</source>
        <translation>Beslutningen i brevet gjelder ikke lenger. Lukk brevet, og se på bestillingen på nytt.</translation>
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
        <translation>Lagrer brevet</translation>
    </message>
    <message>
        <source>The letter is saved in {file}. Nothing has been sent.</source>
        <translation>Brevet er lagret i {file}. Ingenting er sendt.</translation>
    </message>
</context>
<context>
    <name>ListLook</name>
    <message>
        <source>Usual rows</source>
        <translation>Vanlige rader</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte rader</translation>
    </message>
    <message>
        <source>Column {column} shown</source>
        <translation>Kolonnen {column} vises</translation>
    </message>
    <message>
        <source>Column {column} hidden</source>
        <translation>Kolonnen {column} er skjult</translation>
    </message>
    <message>
        <source>Columns reset</source>
        <translation>Kolonnene er tilbakestilt</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Tilbakestill kolonnene</translation>
    </message>
</context>
<context>
    <name>ListSaving</name>
    <message>
        <source>orders</source>
        <translation>bestillinger</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lagre listen</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Lagrer listen</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) saved in {file}</source>
        <translation>
            <numerusform>%n bestilling er lagret i {file}</numerusform>
            <numerusform>%n bestillinger er lagret i {file}</numerusform>
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
        <translation>Alt som er gjort her. Ingenting kan endres eller fjernes.</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Kontroller loggen</translation>
    </message>
    <message>
        <source>Only one order</source>
        <translation>Bare én bestilling</translation>
    </message>
    <message>
        <source>Only one order: RTB-2026-000001</source>
        <translation>Bare én bestilling: RTB-2026-000001</translation>
    </message>
    <message>
        <source>Log entries, newest first</source>
        <translation>Loggoppføringer, nyeste først</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Vis eldre oppføringer</translation>
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
        <translation>Hvem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>Ingen oppføring valgt</translation>
    </message>
    <message>
        <source>Choose an entry to see all that was recorded with it.</source>
        <translation>Velg en oppføring for å se alt som ble registrert.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) shown</source>
        <translation>
            <numerusform>Viser %n oppføring</numerusform>
            <numerusform>Viser %n oppføringer</numerusform>
        </translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Ingen oppføringer.</translation>
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
        <translation>Vis bestillingen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n entry(ies) verified.</source>
        <translation>
            <numerusform>Loggen er uskadd: %n oppføring kontrollert.</numerusform>
            <numerusform>Loggen er uskadd: %n oppføringer kontrollert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last hash: {hash}</source>
        <translation>Siste hash: {hash}</translation>
    </message>
    <message>
        <source>The log has been changed from entry {number} on.</source>
        <translation>Loggen er endret fra og med oppføring {number}.</translation>
    </message>
    <message>
        <source>What stands from there on cannot be trusted. Keep the store as it is, take a copy of the folder, and compare with your last backup.</source>
        <translation>Det som står fra og med den, er ikke til å stole på. La lageret være som det er, ta en kopi av mappen, og sammenlign med den siste sikkerhetskopien.</translation>
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
        <translation>Se hva som er nytt</translation>
    </message>
    <message>
        <source>Some keys that were chosen on this machine cannot be used. The usual ones apply.</source>
        <translation>Noen taster som er valgt på denne maskinen, kan ikke brukes. De vanlige gjelder.</translation>
    </message>
    <message>
        <source>Something went wrong in the program; your work is kept.</source>
        <translation>Noe gikk galt i programmet. Arbeidet ditt er tatt vare på.</translation>
    </message>
    <message>
        <source>Copy the report and send it to those who maintain Timebok.</source>
        <translation>Kopier rapporten og send den til dem som vedlikeholder Timebok. Den inneholder ingen personopplysninger.</translation>
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
        <translation>Følg meldingen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Lukk meldingen</translation>
    </message>
</context>
<context>
    <name>NameForm</name>
    <message>
        <source>Name of the view</source>
        <translation>Navn på visningen</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Skriv et navn først.</translation>
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
        <translation>Bare til internt bruk. Kan ikke endres etterpå.</translation>
    </message>
    <message>
        <source>Internal note. Ctrl+Enter saves it.</source>
        <translation>Internt notat. Ctrl+Enter lagrer.</translation>
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
        <translation>Notatet er lagret.</translation>
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
        <translation>Nyeste først</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Haster mest</translation>
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
        <translation>Saksbehandler</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Søk i bestillinger</translation>
    </message>
    <message>
        <source>Search orders, municipalities, HER-id …</source>
        <translation>Søk i bestillinger, kommuner, HER-id …</translation>
    </message>
    <message>
        <source>By municipality</source>
        <translation>Kommunevis</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Vis alle bestillinger</translation>
    </message>
    <message>
        <source>Save as a view …</source>
        <translation>Lagre som visning …</translation>
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
        <translation>Importer bestillinger</translation>
    </message>
    <message>
        <source>Importing orders</source>
        <translation>Importerer bestillinger</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verifiserer</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) verified</source>
        <translation>
            <numerusform>%n bestilling verifisert</numerusform>
            <numerusform>%n bestillinger verifisert</numerusform>
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
        <translation>Mottatt</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Hos</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikke verifisert</translation>
    </message>
    <message>
        <source>Why first</source>
        <translation>Hvorfor først</translation>
    </message>
    <message>
        <source>held by {holder}</source>
        <translation>hos {holder}</translation>
    </message>
    <message>
        <source>held by {holder} since {day}</source>
        <translation>hos {holder} siden {day}</translation>
    </message>
    <message>
        <source>held by {holder} since {day}, which is {age}: longer than {limit}</source>
        <translation>hos {holder} siden {day}, i {age}: lenger enn {limit}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ulest</translation>
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
        <translation>{count} bestillinger</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 bestilling</translation>
    </message>
    <message>
        <source>Municipality number not stated</source>
        <translation>Kommunenummer ikke oppgitt</translation>
    </message>
    <message>
        <source>{count} selected (Esc clears)</source>
        <translation>{count} valgt (Esc opphever)</translation>
    </message>
    <message>
        <source>One order selected</source>
        <translation>Én bestilling valgt</translation>
    </message>
    <message>
        <source>No orders fit</source>
        <translation>Ingen bestillinger å vise</translation>
    </message>
    <message>
        <source>There are no orders in this view with these filters.</source>
        <translation>Det er ingen bestillinger i denne visningen med disse filtrene.</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Vis alle bestillinger</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Ingen bestillinger ennå</translation>
    </message>
    <message>
        <source>Drop mails, spreadsheets, CSV or JSON files here, or import them.</source>
        <translation>Slipp e-poster, regneark, CSV- eller JSON-filer her, eller importer dem.</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Importer bestillinger</translation>
    </message>
</context>
<context>
    <name>OrderPlaces</name>
    <message>
        <source>{reference} is no longer in the view; it is shown alone.</source>
        <translation>{reference} er ikke lenger i visningen og vises for seg.</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Orders</source>
        <translation>Bestillinger</translation>
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
        <translation>{key} angrer.</translation>
    </message>
    <message>
        <source>What was set aside has to be opened first.</source>
        <translation>Det som er overstyrt, må åpnes først.</translation>
    </message>
    <message>
        <source>Not possible for several orders at once.</source>
        <translation>Kan ikke gjøres for flere bestillinger samtidig.</translation>
    </message>
    <message>
        <source>No order is shown.</source>
        <translation>Ingen bestilling er vist.</translation>
    </message>
    <message>
        <source>Not possible while the order has the status «{status}».</source>
        <translation>Kan ikke gjøres så lenge bestillingen har statusen «{status}».</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>Approve in spite of the warnings: why is each of them in order?</source>
        <translation>Godkjenne tross advarslene? Begrunn hvorfor hver av dem er i orden.</translation>
    </message>
    <message>
        <source>Approve with these reasons</source>
        <translation>Godkjenn med disse begrunnelsene</translation>
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
        <translation>Åpne bestillinger nå. Velg en søyle for å se bestillingene bak den. Hvert diagram kan vises som tabell.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillinger</translation>
    </message>
    <message>
        <source>What verification found</source>
        <translation>Hva verifiseringen fant</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Working days waited</source>
        <translation>Ventetid i virkedager</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Virkedager</translation>
    </message>
    <message>
        <source>Rules that fire most often</source>
        <translation>Reglene som slår ut oftest</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message numerus="yes">
        <source>open order(s)</source>
        <translation>
            <numerusform>åpen bestilling</numerusform>
            <numerusform>åpne bestillinger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>working day(s) for the oldest</source>
        <translation>
            <numerusform>virkedag for den eldste</numerusform>
            <numerusform>virkedager for den eldste</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorier</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>Fylker</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Where all orders stand</source>
        <translation>Status for alle bestillinger</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Ingenting å telle ennå</translation>
    </message>
    <message>
        <source>When orders have been imported, this page shows how many there are, how long they have waited and what stops them.</source>
        <translation>Når det er importert bestillinger, viser denne siden hvor mange de er, hvor lenge de har ventet, og hva som stopper dem.</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>Gå til bestillingene</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikke oppgitt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikke verifisert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stoppet</translation>
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
        <translation>har ventet siden {date}</translation>
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
        <translation>Lagrer dagsrapporten</translation>
    </message>
    <message>
        <source>The day report is saved: {path}</source>
        <translation>Dagsrapporten er lagret: {path}</translation>
    </message>
    <message>
        <source>The day report has been sent to the printer.</source>
        <translation>Dagsrapporten er sendt til skriveren.</translation>
    </message>
    <message>
        <source>The printer did not take the day report. See to the printer and try again, or save the report as PDF.</source>
        <translation>Skriveren tok ikke imot dagsrapporten. Se til skriveren og prøv igjen, eller lagre rapporten som PDF.</translation>
    </message>
</context>
<context>
    <name>OwnViews</name>
    <message>
        <source>Save what the list shows as a view of your own</source>
        <translation>Lagre det listen viser, som din egen visning</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Lagre visningen</translation>
    </message>
    <message>
        <source>Another name for «{name}»</source>
        <translation>Nytt navn på «{name}»</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt navn</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>Lagre visningen som fil</translation>
    </message>
    <message>
        <source>The view is saved in {file}.</source>
        <translation>Visningen er lagret i {file}.</translation>
    </message>
    <message>
        <source>Open a view</source>
        <translation>Åpne en visning</translation>
    </message>
    <message>
        <source>The view «{name}» is saved.</source>
        <translation>Visningen «{name}» er lagret.</translation>
    </message>
    <message>
        <source>The view «{name}» is what the list shows now.</source>
        <translation>Visningen «{name}» er oppdatert med det listen viser.</translation>
    </message>
    <message>
        <source>The view «{name}» is deleted.</source>
        <translation>Visningen «{name}» er slettet.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>This is the view of the file. Save it as your own, or close this.</source>
        <translation>Dette er visningen fra filen. Lagre den som din egen, eller avbryt.</translation>
    </message>
    <message>
        <source>Choose one of your own views first.</source>
        <translation>Velg først en av dine egne visninger.</translation>
    </message>
</context>
<context>
    <name>PackageList</name>
    <message>
        <source>Packages</source>
        <translation>Pakker</translation>
    </message>
    <message>
        <source>Import receipt …</source>
        <translation>Importer kvittering …</translation>
    </message>
    <message>
        <source>Save the public key …</source>
        <translation>Lagre den offentlige nøkkelen …</translation>
    </message>
    <message>
        <source>The receiver needs this key once, to verify the packages</source>
        <translation>Mottakeren trenger denne nøkkelen én gang, for å kontrollere pakkene</translation>
    </message>
    <message>
        <source>Verify this package</source>
        <translation>Kontroller denne pakken</translation>
    </message>
    <message>
        <source>No package has left yet</source>
        <translation>Ingen pakker er eksportert ennå</translation>
    </message>
    <message>
        <source>Packages appear here after the first export, with their receipts.</source>
        <translation>Etter den første eksporten vises pakkene her, med kvitteringene.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Velg en kvittering</translation>
    </message>
    <message>
        <source>Receipt (*.json *.csv);;All files (*)</source>
        <translation>Kvittering (*.json *.csv);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Take in the receipt {name}?</source>
        <translation>Importere kvitteringen {name}?</translation>
    </message>
    <message>
        <source>{words} The first answer on an order is the one that counts.</source>
        <translation>{words} Det første svaret på en bestilling er det som gjelder.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Importer den</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message>
        <source>Save the public key</source>
        <translation>Lagre den offentlige nøkkelen</translation>
    </message>
    <message>
        <source>Key (*.json)</source>
        <translation>Nøkkel (*.json)</translation>
    </message>
    <message>
        <source>The public key was saved as {path}.</source>
        <translation>Den offentlige nøkkelen er lagret som {path}.</translation>
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
        <translation>Innhold</translation>
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
        <translation>Feilet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringer</translation>
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
            <numerusform>%n kvittert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n feilet.</numerusform>
            <numerusform>%n feilet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown.</source>
        <translation>
            <numerusform>%n ukjent.</numerusform>
            <numerusform>%n ukjente.</numerusform>
        </translation>
    </message>
    <message>
        <source>The receipt has been taken in: {words}</source>
        <translation>Kvitteringen er importert: {words}</translation>
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
        <translation>Bare arbeidsmappens egen nøkkel</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>ikke kontrollert</translation>
    </message>
    <message>
        <source>Sequence number must be higher than</source>
        <translation>Løpenummeret må være høyere enn</translation>
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
        <translation>Velg en pakke</translation>
    </message>
    <message>
        <source>Package (*.timebok-package *.zip);;All files (*)</source>
        <translation>Pakke (*.timebok-package *.zip);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Choose the folder of a package</source>
        <translation>Velg mappen til en pakke</translation>
    </message>
    <message>
        <source>Choose the public key to trust</source>
        <translation>Velg den offentlige nøkkelen du vil stole på</translation>
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
        <translation>Velg en pakke i én fil</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>Mappe …</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Must follow package</source>
        <translation>Må komme etter pakke</translation>
    </message>
    <message>
        <source>Is this package whole, and from whom?</source>
        <translation>Er pakken uskadd, og hvem kommer den fra?</translation>
    </message>
    <message>
        <source>Every file is compared with the signed list of the package; nothing is imported or changed.</source>
        <translation>Hver fil sammenlignes med den signerte listen i pakken. Ingenting importeres eller endres.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>pakken</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>The package is whole and its signature is trusted.</source>
        <translation>Pakken er uskadd, og signaturen er til å stole på.</translation>
    </message>
    <message numerus="yes">
        <source>The package does not verify: %n problem(s).</source>
        <translation>
            <numerusform>Pakken er ikke godkjent i kontrollen: %n feil.</numerusform>
            <numerusform>Pakken er ikke godkjent i kontrollen: %n feil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not use it. Get it again from the sender and verify once more.</source>
        <translation>Ikke bruk den. Hent den på nytt fra avsenderen, og kontroller en gang til.</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjoner</translation>
    </message>
    <message>
        <source>Without signed approval</source>
        <translation>Uten signert godkjenning</translation>
    </message>
    <message>
        <source>Approved by one alone</source>
        <translation>Godkjent av bare én</translation>
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
        <translation>Bestillinger</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurasjoner</translation>
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
        <translation>Innstillinger</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Chosen lately</source>
        <translation>Sist valgt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Kommandoer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillinger</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestilling</translation>
    </message>
    <message>
        <source>Parties in the registry</source>
        <translation>Parter i AR</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Orders of a municipality</source>
        <translation>Bestillinger fra kommunen</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Lagrede visninger</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visning</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
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
        <translation>Snarvei {keys}</translation>
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
        <translation>Søk i hjelpen etter «{text}»</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>ikke aktiv</translation>
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
        <translation>Ikke aktiv</translation>
    </message>
    <message>
        <source>Owner and units</source>
        <translation>Eier og enheter</translation>
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
        <translation>Tjenestetype</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisasjonsnummer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eier</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>Virksomhetstype</translation>
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
        <translation>Dekker</translation>
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
        <translation>Beskrivelse</translation>
    </message>
    <message>
        <source>Changed in AR</source>
        <translation>Endret i AR</translation>
    </message>
    <message>
        <source>Intermunicipal body</source>
        <translation>Interkommunal virksomhet</translation>
    </message>
    <message>
        <source>General practitioner and other private</source>
        <translation>Fastlege og andre private</translation>
    </message>
    <message>
        <source>from {start}, no end</source>
        <translation>fra {start}, uten sluttdato</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>fra {start} til {end}</translation>
    </message>
    <message>
        <source>{address} (inherited)</source>
        <translation>{address} (arvet)</translation>
    </message>
</context>
<context>
    <name>PartyFamily</name>
    <message>
        <source>Owner and relatives in AR</source>
        <translation>Eier og tilknyttede parter i AR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eier</translation>
    </message>
    <message>
        <source>The order&apos;s HER-id</source>
        <translation>Bestillingens HER-id</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Under den</translation>
    </message>
    <message>
        <source>Same owner</source>
        <translation>Samme eier</translation>
    </message>
    <message>
        <source>The HER-id is not in the registry extract.</source>
        <translation>HER-id-en er ikke i AR-uttrekket.</translation>
    </message>
    <message>
        <source>AR names no owner of the order&apos;s HER-id.</source>
        <translation>AR oppgir ingen eier for bestillingens HER-id.</translation>
    </message>
    <message>
        <source>The owner, HER-id {her_id}, is not in the registry extract.</source>
        <translation>Eieren, HER-id {her_id}, er ikke i AR-uttrekket.</translation>
    </message>
    <message>
        <source>More stand below {name}; open it to see them.</source>
        <translation>Det er flere under {name}. Åpne den for å se dem.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>ikke aktiv</translation>
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
        <translation>Passordfrasen en gang til</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Vis det jeg skriver</translation>
    </message>
    <message>
        <source>Encrypt and open</source>
        <translation>Krypter og åpne</translation>
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
        <translation>Passordfrasen må ha minst {count} tegn.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De to passordfrasene er ikke like.</translation>
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
        <translation>Lås opp arbeidsmappen</translation>
    </message>
    <message>
        <source>Protect the workspace</source>
        <translation>Beskytt arbeidsmappen</translation>
    </message>
    <message>
        <source>Timebok is locked</source>
        <translation>Timebok er låst</translation>
    </message>
    <message>
        <source>The workspace is encrypted, and the keyring does not have its key.</source>
        <translation>Arbeidsmappen er kryptert, og nøkkelen til den er ikke i nøkkelringen.</translation>
    </message>
    <message>
        <source>Everything in it is encrypted. Choose a recovery passphrase and keep it in a safe place: without it and the keyring of this machine nobody can open the workspace.</source>
        <translation>Alt i den blir kryptert. Velg en gjenopprettingsfrase, og ta vare på den et trygt sted: Uten den og nøkkelringen på denne maskinen kan ingen åpne arbeidsmappen.</translation>
    </message>
    <message>
        <source>What you were doing is as you left it.</source>
        <translation>Det du holdt på med, er slik du forlot det.</translation>
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
        <translation>Alle fylker</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle kategorier</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antall</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestillinger</translation>
    </message>
    <message>
        <source>Through the desk</source>
        <translation>Saksgangen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslutninger</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslutning</translation>
    </message>
    <message>
        <source>Reasons for returns</source>
        <translation>Hvorfor bestillinger ble sendt tilbake</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Dag for dag</translation>
    </message>
    <message>
        <source>Rules and overruling</source>
        <translation>Regler og overstyring</translation>
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
        <translation>Enter viser bestillingene bak tallet.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottatt</translation>
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
        <translation>uke {week}, {year}</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uken</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Denne måneden</translation>
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
        <translation>Fra begynnelsen</translation>
    </message>
    <message>
        <source>Save day report</source>
        <translation>Lagre dagsrapport</translation>
    </message>
    <message>
        <source>Of the orders that were decided on: how many had a finding of the rule, and how many of them were approved in spite of it.</source>
        <translation>Av bestillingene som ble avgjort: hvor mange som hadde et funn fra regelen, og hvor mange av dem som likevel ble godkjent.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Det som har skjedd</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
    <message>
        <source>Day or week</source>
        <translation>Dag eller uke</translation>
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
        <translation>Kommuner med åpne bestillinger</translation>
    </message>
    <message>
        <source>Show as table (F2)</source>
        <translation>Vis som tabell (F2)</translation>
    </message>
    <message>
        <source>{title}, map. Arrow keys go from place to place, letters to a name, Page Up and Page Down through the counties. Return shows the orders, F2 the table.</source>
        <translation>{title}, kart. Piltastene går fra kommune til kommune, bokstaver går til et navn, Page Up og Page Down går gjennom fylkene. Enter viser bestillingene, F2 tabellen.</translation>
    </message>
    <message>
        <source>Not on the map: {orders} of an unknown municipality</source>
        <translation>Ikke på kartet: {orders} fra ukjent kommune</translation>
    </message>
    <message>
        <source>Show as map (F2)</source>
        <translation>Vis som kart (F2)</translation>
    </message>
    <message>
        <source>Show the orders</source>
        <translation>Vis bestillingene</translation>
    </message>
    <message>
        <source>Orders of an unknown municipality</source>
        <translation>Bestillinger fra ukjent kommune</translation>
    </message>
    <message>
        <source>The larger the mark, the more open orders. Its shape tells the heaviest outcome among them; a dot has none.</source>
        <translation>Jo større merke, desto flere åpne bestillinger. Formen viser det mest alvorlige utfallet blant dem. En prikk har ingen.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikke verifisert</translation>
    </message>
    <message>
        <source>{state} in {count} municipalities</source>
        <translation>{state} i {count} kommuner</translation>
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
        <translation>Vis bestillingene fra {place}</translation>
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
        <translation>Åpne bestillinger</translation>
    </message>
    <message>
        <source>Oldest has waited</source>
        <translation>Eldste har ventet</translation>
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
        <translation>Bare uleste</translation>
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
        <translation>{count} bestillinger er merket som ulest</translation>
    </message>
    <message>
        <source>{count} orders marked as read</source>
        <translation>{count} bestillinger er merket som lest</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Merket som ulest</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Merket som lest</translation>
    </message>
</context>
<context>
    <name>ReasonFields</name>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Begrunnelse med egne ord</translation>
    </message>
    <message>
        <source>In your own words (goes into the log)</source>
        <translation>Med egne ord (kommer i loggen)</translation>
    </message>
    <message>
        <source>Write why, so that others understand it.</source>
        <translation>Skriv hvorfor, slik at andre forstår det.</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Go on to the letter</source>
        <translation>Videre til brevet</translation>
    </message>
    <message>
        <source>{action}: why?</source>
        <translation>{action}: hvorfor?</translation>
    </message>
</context>
<context>
    <name>ReasonQuestion</name>
    <message>
        <source>Reason for setting aside {rule}</source>
        <translation>Begrunnelse for å overstyre {rule}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>{rule}: a reason is missing.</source>
        <translation>{rule}: Begrunnelsen mangler.</translation>
    </message>
</context>
<context>
    <name>RegistryImport</name>
    <message>
        <source>Choose an AR export</source>
        <translation>Velg et AR-uttrekk</translation>
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
        <translation>Stopper …</translation>
    </message>
    <message numerus="yes">
        <source>The file supplemented the snapshot of {taken}; it now has {parties} party(ies).</source>
        <translation>
            <numerusform>Filen supplerte AR-uttrekket fra {taken}, som nå har {parties} part.</numerusform>
            <numerusform>Filen supplerte AR-uttrekket fra {taken}, som nå har {parties} parter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The snapshot of {taken} with {parties} party(ies) is now the current one.</source>
        <translation>
            <numerusform>AR-uttrekket fra {taken} med {parties} part er nå det gjeldende.</numerusform>
            <numerusform>AR-uttrekket fra {taken} med {parties} parter er nå det gjeldende.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be read and was left out:</source>
        <translation>Kunne ikke leses og ble utelatt:</translation>
    </message>
    <message>
        <source>The orders have not been verified against it. {key} verifies them.</source>
        <translation>Bestillingene er ikke verifisert mot det. {key} verifiserer dem.</translation>
    </message>
    <message>
        <source>No order needed to be verified against it.</source>
        <translation>Ingen bestillinger måtte verifiseres mot det.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were verified against it: {counts}.</source>
        <translation>
            <numerusform>%n bestilling ble verifisert mot det: {counts}.</numerusform>
            <numerusform>%n bestillinger ble verifisert mot det: {counts}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>{name} has far fewer parties than the current snapshot.</source>
        <translation>{name} har langt færre parter enn det gjeldende AR-uttrekket.</translation>
    </message>
    <message>
        <source>{new} against {old}. It may be cut off. If you use it, orders for the parties that are missing will be stopped. Nothing has changed yet.</source>
        <translation>{new} mot {old}. Filen kan være ufullstendig. Tar du den i bruk, blir bestillinger for parter som mangler, stoppet. Ingenting er endret ennå.</translation>
    </message>
    <message>
        <source>Keep the current snapshot</source>
        <translation>Behold det gjeldende uttrekket</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Bruk filen likevel</translation>
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
        <translation>Parter og uttrekk</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parter</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Uttrekk</translation>
    </message>
    <message>
        <source>Search parties</source>
        <translation>Søk etter parter</translation>
    </message>
    <message>
        <source>Name, place, HER-id, organisation number, service type …</source>
        <translation>Navn, sted, HER-id, organisasjonsnummer, tjenestetype …</translation>
    </message>
    <message>
        <source>Parties found</source>
        <translation>Parter som er funnet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>HER-id</source>
        <translation>HER-id</translation>
    </message>
    <message>
        <source>No party chosen</source>
        <translation>Ingen part valgt</translation>
    </message>
    <message>
        <source>Choose a party in the list to see its owner, its type, its period and the municipalities it covers.</source>
        <translation>Velg en part i listen for å se eier, type, periode og hvilke kommuner den dekker.</translation>
    </message>
    <message>
        <source>No AR snapshot yet</source>
        <translation>Ingen AR-uttrekk ennå</translation>
    </message>
    <message>
        <source>Orders can only be verified against a copy of Adresseregisteret. Get an export from AR and import it here; the program never fetches it by itself.</source>
        <translation>Bestillinger kan bare verifiseres mot en kopi av Adresseregisteret. Hent et uttrekk fra AR og importer det her. Programmet henter det aldri selv.</translation>
    </message>
    <message>
        <source>Choose an AR export …</source>
        <translation>Velg et AR-uttrekk …</translation>
    </message>
    <message>
        <source>No snapshot has been imported.</source>
        <translation>Ingen uttrekk er importert.</translation>
    </message>
    <message>
        <source>with deactivated parties</source>
        <translation>med deaktiverte parter</translation>
    </message>
    <message>
        <source>without deactivated parties</source>
        <translation>uten deaktiverte parter</translation>
    </message>
    <message numerus="yes">
        <source>Snapshot of {taken}: {parties} party(ies), {left_out}</source>
        <translation>
            <numerusform>Uttrekk fra {taken}: {parties} part, {left_out}</numerusform>
            <numerusform>Uttrekk fra {taken}: {parties} parter, {left_out}</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {count} are shown; write more to narrow them down.</source>
        <translation>Viser de første {count}. Skriv mer for å avgrense.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(ies) found</source>
        <translation>
            <numerusform>%n part funnet</numerusform>
            <numerusform>%n parter funnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. A party that is missing may be deactivated in AR.</source>
        <translation>Ingen treff. En part som mangler, kan være deaktivert i AR.</translation>
    </message>
</context>
<context>
    <name>RetentionWatch</name>
    <message numerus="yes">
        <source>Contact data of %n order(s) deleted.</source>
        <translation>
            <numerusform>Kontaktopplysningene i %n bestilling er slettet.</numerusform>
            <numerusform>Kontaktopplysningene i %n bestillinger er slettet.</numerusform>
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
        <translation>Ingen bestilling valgt</translation>
    </message>
    <message>
        <source>Choose an order in the list to see what it asks for and what AR says.</source>
        <translation>Velg en bestilling i listen for å se hva den ber om, og hva AR sier.</translation>
    </message>
    <message>
        <source>Nothing is known yet: the order has not been verified.</source>
        <translation>Bestillingen er ikke verifisert ennå, så det er ingen funn å vise.</translation>
    </message>
    <message>
        <source>These findings rest on an older registry extract.</source>
        <translation>Disse funnene bygger på et eldre AR-uttrekk.</translation>
    </message>
    <message>
        <source>No findings. Everything that was compared agrees.</source>
        <translation>Ingen funn. Alt som ble sammenlignet, stemmer.</translation>
    </message>
    <message>
        <source>About the order</source>
        <translation>Om bestillingen</translation>
    </message>
    <message>
        <source>The order in detail</source>
        <translation>Bestillingen i detalj</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>A stop must be put right before an order can be approved; a warning needs a reason. What is not publicly known stands in the reference tables, and a rule keeps silent where it does not know. Enter opens a rule&apos;s page.</source>
        <translation>Det som stopper, må rettes før bestillingen kan godkjennes. En advarsel krever en begrunnelse. Det som ikke er offentlig kjent, står i oppslagstabellene, og en regel slår ikke ut når den mangler opplysninger. Enter åpner siden om regelen.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Alvorlighet</translation>
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
        <translation>Kilde</translation>
    </message>
</context>
<context>
    <name>SecondLook</name>
    <message>
        <source>Before you approve: open the finding that was set aside.</source>
        <translation>Før du godkjenner: åpne funnet som er overstyrt.</translation>
    </message>
    <message>
        <source>Before you approve: open the {count} findings that were set aside.</source>
        <translation>Før du godkjenner: åpne de {count} funnene som er overstyrt.</translation>
    </message>
    <message>
        <source>Approving also confirms these reasons. {reasons}</source>
        <translation>Godkjenner du, bekrefter du også begrunnelsene. {reasons}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Deler av innstillingene</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generelt</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Saksbehandler</translation>
    </message>
    <message>
        <source>Reference tables</source>
        <translation>Oppslagstabeller</translation>
    </message>
    <message>
        <source>Backup and store</source>
        <translation>Sikkerhetskopi og lager</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
</context>
<context>
    <name>SketchCard</name>
    <message>
        <source>{title} (changes): {text}</source>
        <translation>{title} (endres): {text}</translation>
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
            <numerusform>%n dager</numerusform>
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
        <translation>Gjeldende</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Beholdt</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tatt ut</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parter</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Siste hendelse</translation>
    </message>
    <message>
        <source>Deactivated parties</source>
        <translation>Deaktiverte parter</translation>
    </message>
    <message>
        <source>included</source>
        <translation>er med</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>er utelatt</translation>
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
            <numerusform>%n gang</numerusform>
            <numerusform>%n ganger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stakes</name>
    <message>
        <source>It cannot be undone.</source>
        <translation>Det kan ikke angres.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La være</translation>
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
        <translation>Ta sikkerhetskopi …</translation>
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
        <translation>Sikkerhetskopi</translation>
    </message>
    <message>
        <source>A whole and verified copy of the store in one file. Keep it on another disk.</source>
        <translation>En fullstendig og kontrollert kopi av lageret i én fil. Oppbevar den på en annen disk.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Looks the whole store through: every page, every rule of the database.</source>
        <translation>Går gjennom hele lageret: hver side, hver regel i databasen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Gjenoppretting</translation>
    </message>
    <message>
        <source>Puts a backup in the place of the store. The store of today is kept among the backups first.</source>
        <translation>Erstatter lageret med en sikkerhetskopi. Lageret slik det er nå, blir først tatt vare på blant sikkerhetskopiene.</translation>
    </message>
    <message>
        <source>Save the backup</source>
        <translation>Lagre sikkerhetskopien</translation>
    </message>
    <message>
        <source>Backup (*.timebok-backup)</source>
        <translation>Sikkerhetskopi (*.timebok-backup)</translation>
    </message>
    <message>
        <source>The backup was written and verified: {path}</source>
        <translation>Sikkerhetskopien er skrevet og kontrollert: {path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Tar sikkerhetskopi</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Velg en sikkerhetskopi</translation>
    </message>
    <message>
        <source>Backup (*.timebok-backup);;All files (*)</source>
        <translation>Sikkerhetskopi (*.timebok-backup);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Put {name} in the place of the store?</source>
        <translation>Erstatte lageret med {name}?</translation>
    </message>
    <message>
        <source>Everything that was done after the backup leaves the desk. The store of today is kept among the backups.</source>
        <translation>Alt som er gjort etter sikkerhetskopien, blir borte. Lageret slik det er nå, tas vare på blant sikkerhetskopiene.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Gjenopprett fra denne kopien</translation>
    </message>
    <message>
        <source>The store was restored from {name}.</source>
        <translation>Lageret er gjenopprettet fra {name}.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Gjenoppretter</translation>
    </message>
    <message>
        <source>The store is whole.</source>
        <translation>Lageret er uskadd.</translation>
    </message>
    <message numerus="yes">
        <source>The store is damaged: %n problem(s).</source>
        <translation>
            <numerusform>Lageret er skadet: %n feil.</numerusform>
            <numerusform>Lageret er skadet: %n feil.</numerusform>
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
        <translation>Navn</translation>
    </message>
    <message>
        <source>Form required</source>
        <translation>Krever skjema</translation>
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
        <translation>Gjelder fra</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gjelder til</translation>
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
        <translation>Tar imot svar</translation>
    </message>
    <message>
        <source>Integrated via practitioner</source>
        <translation>Integrert via behandler</translation>
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
        <translation>Offisielle navn</translation>
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
        <translation>Organisasjonsnavn</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Lengdegrad</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breddegrad</translation>
    </message>
    <message>
        <source>From year</source>
        <translation>Fra år</translation>
    </message>
    <message>
        <source>To year</source>
        <translation>Til år</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>Etterfølgere</translation>
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
        <translation>Lagrer tabellen</translation>
    </message>
    <message>
        <source>Choose a CSV for this table</source>
        <translation>Velg en CSV-fil til denne tabellen</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La være</translation>
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
        <translation>Tabellen er lagret som {path}.</translation>
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
        <translation>Angre endringene</translation>
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
        <translation>Legg til en rad, eller importer en CSV-fil. Til da slår reglene som bruker tabellen, ikke ut, eller de melder at opplysningene mangler.</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Legg til den første raden</translation>
    </message>
    <message>
        <source>«{title}» has changes that are not saved.</source>
        <translation>«{title}» har endringer som ikke er lagret.</translation>
    </message>
    <message>
        <source>The rows of {name} take their place.</source>
        <translation>Radene fra {name} kommer i stedet.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Bli her</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Gå uten å lagre</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importerer {name}</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n row(s).</source>
        <translation>
            <numerusform>Lagret: %n rad.</numerusform>
            <numerusform>Lagret: %n rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the saving</source>
        <translation>Angre lagringen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endret.</translation>
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
        <translation>{count}, ikke lagret ennå</translation>
    </message>
</context>
<context>
    <name>TechnicalView</name>
    <message>
        <source>Technical information</source>
        <translation>Tekniske opplysninger</translation>
    </message>
    <message>
        <source>Looking around …</source>
        <translation>Samler opplysninger …</translation>
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
        <translation>Til den som hjelper deg. Her står ingen navn og ingenting fra bestillinger, men se over mapper du selv har gitt navn.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the technical information</source>
        <translation>Lagre de tekniske opplysningene</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}). Choose another folder.</source>
        <translation>{path} kan ikke skrives ({why}). Velg en annen mappe.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Lagret.</translation>
    </message>
    <message>
        <source>The report is being made.</source>
        <translation>Rapporten lages nå.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Where you are</source>
        <translation>Hvor du er</translation>
    </message>
    <message>
        <source>The pages stand here: orders, the copy of AR, configurations, exports, overview, log and settings. {ordersPageAction} to {settingsPageAction} go there.</source>
        <translation>Her er sidene: bestillinger, AR, konfigurasjoner, eksport, oversikt, logg og innstillinger. {ordersPageAction} til {settingsPageAction} går dit.</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>What waits, the oldest first. Each line says by shape and word whether it is clear, has a warning or is stopped. The list stays while you decide.</source>
        <translation>Det som venter, eldste først. Hver rad viser med form og ord om bestillingen er klar, har en advarsel eller er stoppet. Listen blir stående mens du beslutter.</translation>
    </message>
    <message>
        <source>The views</source>
        <translation>Visningene</translation>
    </message>
    <message>
        <source>New, mine, awaiting the municipality, awaiting second approval and the rest, with how many there are in each.</source>
        <translation>Nye, mine, venter på kommunen, til totrinnskontroll og de andre, med hvor mange det er i hver.</translation>
    </message>
    <message>
        <source>Order, AR and what becomes</source>
        <translation>Bestilling, AR og konfigurasjon</translation>
    </message>
    <message>
        <source>To the left what was ordered, in the middle what AR says, to the right the configuration that approval gives. What differs is marked.</source>
        <translation>Til venstre det som er bestilt, i midten det AR sier, til høyre konfigurasjonen som godkjenning gir. Det som er ulikt, er merket.</translation>
    </message>
    <message>
        <source>The findings</source>
        <translation>Funnene</translation>
    </message>
    <message>
        <source>What the rules found, with reason, evidence and a way to put it right. A stop must be put right, a warning needs your reason, a note is for your information.</source>
        <translation>Det reglene fant, med begrunnelse, grunnlag og forslag til retting. Det som stopper, må rettes. En advarsel krever din begrunnelse, og en merknad er til orientering.</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Beslutningen</translation>
    </message>
    <message>
        <source>Approve and next is one key, {approveAction}, while the list has the focus. The program never approves by itself, and {undoAction} takes your last decision back.</source>
        <translation>Godkjenn og neste er én tast, {approveAction}, når listen har fokus. Programmet godkjenner aldri noe av seg selv, og {undoAction} angrer den siste beslutningen din.</translation>
    </message>
    <message>
        <source>{paletteAction} opens one field for commands, orders, parties, municipalities and help. A few letters are enough.</source>
        <translation>{paletteAction} åpner ett felt for kommandoer, bestillinger, parter, kommuner og hjelp. Noen få bokstaver er nok.</translation>
    </message>
    <message>
        <source>{helpAction} opens the help beside your work; it needs no network. The menu Help also has this tour, the way from empty to the first package, and training.</source>
        <translation>{helpAction} åpner hjelpen ved siden av arbeidet, uten nett. I menyen Hjelp finner du også denne omvisningen, veien fra tom arbeidsmappe til første pakke, og opplæring.</translation>
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
        <translation>Avslutt omvisningen</translation>
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
        <translation>{decided} av {all} avgjort, {right} riktig</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Riktig</translation>
    </message>
    <message>
        <source>Not as in the answer key</source>
        <translation>Ikke som i fasiten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> eller </translation>
    </message>
    <message>
        <source>{verdict}. {reference}, you: {made}. The key: {found}. Then: {right}.</source>
        <translation>{verdict}. {reference}, du: {made}. Fasit: {found}. Da er dette riktig: {right}.</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>ingen funn</translation>
    </message>
    <message>
        <source>Without findings</source>
        <translation>Uten funn</translation>
    </message>
    <message>
        <source>{right} of {seen} rightly</source>
        <translation>{right} av {seen} riktig</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Ingenting er avgjort ennå.</translation>
    </message>
    <message>
        <source>Decide the orders; after each decision the answer key stands here. Everything is invented, and second approval is off.</source>
        <translation>Avgjør bestillingene. Etter hver beslutning står fasiten her. Alt er oppdiktet, og totrinnskontroll er slått av.</translation>
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
        <translation>Avslutt opplæringen</translation>
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
        <translation>Ønsket fra {day}</translation>
    </message>
    <message>
        <source>First approved {ago}</source>
        <translation>Godkjent første gang {ago}</translation>
    </message>
    <message>
        <source>Information asked for {ago}, without a deadline</source>
        <translation>Bedt om opplysninger {ago}, uten frist</translation>
    </message>
    <message>
        <source>On hold since {day}</source>
        <translation>På vent siden {day}</translation>
    </message>
    <message>
        <source>Waiting since {day}</source>
        <translation>Har ventet siden {day}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>har svart</translation>
    </message>
    <message>
        <source>wanted {day}</source>
        <translation>ønsket {day}</translation>
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
        <translation>Fristen gikk ut {ago}</translation>
    </message>
    <message>
        <source>should be seen to today</source>
        <translation>bør behandles i dag</translation>
    </message>
    <message>
        <source>should have been seen to by {day}</source>
        <translation>skulle vært behandlet innen {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>1 working day ago</source>
        <translation>for 1 virkedag siden</translation>
    </message>
    <message>
        <source>{count} working days ago</source>
        <translation>for {count} virkedager siden</translation>
    </message>
</context>
<context>
    <name>UrgencyFields</name>
    <message>
        <source>Orders should be decided within</source>
        <translation>Bestillinger bør avgjøres innen</translation>
    </message>
    <message>
        <source>An answer should be seen to within</source>
        <translation>Et svar fra kommunen bør behandles innen</translation>
    </message>
    <message>
        <source>The second approval should come within</source>
        <translation>Totrinnskontrollen bør gjøres innen</translation>
    </message>
    <message>
        <source>What is on hold should be looked at after</source>
        <translation>Det som er på vent, bør vurderes på nytt etter</translation>
    </message>
    <message>
        <source>Decided before the wanted date by</source>
        <translation>Bør være avgjort så lenge før ønsket dato</translation>
    </message>
    <message>
        <source>A case that somebody has is marked after</source>
        <translation>En sak noen har, merkes etter</translation>
    </message>
    <message numerus="yes">
        <source> working day(s)</source>
        <translation>
            <numerusform> virkedag</numerusform>
            <numerusform> virkedager</numerusform>
        </translation>
    </message>
    <message>
        <source>What should be done first</source>
        <translation>Hva som bør gjøres først</translation>
    </message>
    <message>
        <source>These are this workspace&apos;s own numbers; no rule of NHN&apos;s stands behind them. The sorting «Most urgent first» goes by them; the last one marks cases that a colleague may have forgotten.</source>
        <translation>Fristene er bestemt for denne arbeidsmappen, ikke av NHN. Sorteringen «Haster mest» følger dem; den siste merker saker som en kollega kan ha glemt.</translation>
    </message>
</context>
<context>
    <name>UserSwitch</name>
    <message>
        <source>User name</source>
        <translation>Brukernavn</translation>
    </message>
    <message>
        <source>User name of the caseworker who takes over</source>
        <translation>Brukernavnet til saksbehandleren som tar over</translation>
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
        <translation>Avbryt byttet</translation>
    </message>
    <message>
        <source>In a plain workspace the name proves nothing; it is only noted.</source>
        <translation>I en ukryptert arbeidsmappe beviser ikke navnet noe; det blir bare notert.</translation>
    </message>
    <message>
        <source>Switch caseworker</source>
        <translation>Bytt saksbehandler</translation>
    </message>
    <message>
        <source>Switch to {user}</source>
        <translation>Bytt til {user}</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Saved views</source>
        <translation>Lagrede visninger</translation>
    </message>
</context>
<context>
    <name>WaitCard</name>
    <message>
        <source>Working days from receipt to decision</source>
        <translation>Virkedager fra mottatt til avgjort</translation>
    </message>
    <message>
        <source>Half of the orders that were approved or rejected waited so long or shorter; nine in ten no longer than the number in brackets.</source>
        <translation>Halvparten av bestillingene som ble godkjent eller avvist, ventet så lenge eller kortere. Ni av ti ventet ikke lenger enn tallet i parentes.</translation>
    </message>
    <message>
        <source>Nothing was decided in this period.</source>
        <translation>Ingenting ble avgjort i denne perioden.</translation>
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
        <translation>Alle kategorier</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ikke oppgitt</translation>
    </message>
    <message>
        <source>half within {median}, nine in ten within {ninetieth} working days, of {count} decided</source>
        <translation>halvparten innen {median}, ni av ti innen {ninetieth} virkedager, {count} avgjort</translation>
    </message>
    <message>
        <source>All counties</source>
        <translation>Alle fylker</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>There is nothing further back.</source>
        <translation>Du er ved begynnelsen; det er ikke noe å gå tilbake til.</translation>
    </message>
    <message>
        <source>There is nothing further on.</source>
        <translation>Det er ikke noe å gå fram til.</translation>
    </message>
    <message>
        <source>The sample world opens in a window of its own.</source>
        <translation>Eksempelverdenen åpnes i et eget vindu.</translation>
    </message>
    <message>
        <source>The training opens in a window of its own.</source>
        <translation>Opplæringen åpnes i et eget vindu.</translation>
    </message>
    <message>
        <source>A new round opens in a window of its own.</source>
        <translation>En ny runde åpnes i et eget vindu.</translation>
    </message>
    <message>
        <source>The other window could not be opened.</source>
        <translation>Det andre vinduet kunne ikke åpnes.</translation>
    </message>
    <message>
        <source>Appearance: {words}</source>
        <translation>Utseende: {words}</translation>
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
        <translation>Avbryt det som pågår</translation>
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
        <translation>Brev og notater</translation>
    </message>
    <message>
        <source>Nothing has been written. {key} writes a note.</source>
        <translation>Ingenting er skrevet. {key} skriver et notat.</translation>
    </message>
    <message>
        <source>{by} noted</source>
        <translation>{by} noterte</translation>
    </message>
    <message>
        <source>{by} saved the letter «{kind}» in {language} ({formats})</source>
        <translation>{by} lagret brevet «{kind}» på {language} ({formats})</translation>
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
        <translation>Ukjent kommune</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ikke verifisert</translation>
    </message>
    <message>
        <source>no open orders</source>
        <translation>ingen åpne bestillinger</translation>
    </message>
    <message>
        <source>1 open order</source>
        <translation>1 åpen bestilling</translation>
    </message>
    <message>
        <source>{count} open orders</source>
        <translation>{count} åpne bestillinger</translation>
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
        <translation>for 1 virkedag siden</translation>
    </message>
    <message>
        <source>{count} working days ago</source>
        <translation>for {count} virkedager siden</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 virkedag</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count} virkedager</translation>
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
        <translation>noen sekunder igjen</translation>
    </message>
    <message>
        <source>about {count} seconds left</source>
        <translation>omtrent {count} sekunder igjen</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>omtrent ett minutt igjen</translation>
    </message>
    <message>
        <source>about {count} minutes left</source>
        <translation>omtrent {count} minutter igjen</translation>
    </message>
    <message>
        <source>about {count} hours left</source>
        <translation>omtrent {count} timer igjen</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>mottatt {moment}</translation>
    </message>
    <message>
        <source>sent in {moment}</source>
        <translation>sendt inn {moment}</translation>
    </message>
</context>
</TS>
