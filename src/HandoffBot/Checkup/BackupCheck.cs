using HandoffBot.Backups;

namespace HandoffBot.Checkup;

/// <summary>Whether the bot makes its backups.</summary>
internal sealed class BackupCheck(BackupLook look) : ICheck
{
    public IEnumerable<Finding> Examine() =>
        [
            look.Now() switch
            {
                BackupStanding.Off => Finding.Well("Doctor.BackupOff"),
                BackupStanding.Elsewhere => Finding.Well("Doctor.BackupElsewhere"),
                BackupStanding.Impossible => Finding.Wrong("Doctor.BackupImpossible"),
                BackupStanding.Failed => Finding.Wrong("Doctor.BackupFailed", look.Trouble, look.Place),
                BackupStanding.None => Finding.Wrong("Doctor.BackupNone", look.Place),
                BackupStanding.Late => Finding.Wrong("Doctor.BackupLate", look.Place, look.Newest),
                _ => Finding.Well("Doctor.BackupWell", look.Place),
            },
        ];
}
