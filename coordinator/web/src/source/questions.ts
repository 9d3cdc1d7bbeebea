// The questions that pages ask the index.
import { graphql } from "./graphql";

export const runsQuestion = graphql(`
  query Runs {
    runs(first: 1000, orderBy: number, orderDirection: desc) {
      id
      number
      totalSteps
      windowSteps
      windows
      headCount
      anchorCount
      disputed
      reward
      rewardToken
      lease { holder { id } deadline window }
    }
  }
`);

export const runQuestion = graphql(`
  query Run($id: ID!, $run: String!) {
    run(id: $id) {
      id
      author { id }
      owner { id }
      createdAt
      specHash
      specCid
      programRoot
      datasetRoot
      genesisRoot
      hash
      totalSteps
      windowSteps
      windows
      keyFrameEvery
      challengeSeconds
      leaseSeconds
      rewardToken
      reward
      escrow
      paid
      headCount
      anchorCount
      commitments
      rejected
      voided
      disputed
      head { id window postRoot }
      anchor { id window postRoot cid }
      lease { holder { id } deadline window fence acquiredAt }
      assets(first: 50, orderBy: at, orderDirection: desc) { id kind cid root window keyFrame final }
      log(first: 1000, orderBy: committedBlock, orderDirection: desc) {
        id
        window
        firstStep
        steps
        status
        postRoot
        committedAt
        challenges
        auditors
        provenSteps
        cid
        committer { id }
      }
      rewards(first: 1000, orderBy: window) { account { id } steps amount window }
      pots(first: 20) { id target token locked status reachedWindow }
    }
    audits: pledges(first: 1000, orderBy: number, orderDirection: desc, where: { run: $run, kind: Audit }) { id status commitment { id } }
    readings: pledges(first: 1000, orderBy: number, orderDirection: desc, where: { run: $run, kind_in: [Claim, Contest] }) {
      id
      kind
      word
      status
      until
      owner { id }
      commitment { id window firstStep steps }
    }
  }
`);

const listed = graphql(`
  fragment Listed on Commitment {
    id
    window
    status
    bond
    unsettled
    committedAt
    run { id }
    committer { id }
    disputes {
      id
      status
      bond
      openUntil
      outcome
      challenger { id }
      arithmetic { match { outcome phase due deadline } }
    }
    courtCase {
      round
      verdict
      talliedAt
      appealUntil
      resolvedAt
      rounds { round seed seedBlock seats committed revealed commitUntil revealUntil }
      jurors { validator { id } round { round } ballot { hash revealedAt leakedBy { id } } settledAt }
    }
  }
`);

export const disputesQuestion = graphql(
  `
    query Disputes($after: Bytes!) {
      commitments(first: 500, orderBy: id, where: { challenges_gt: 0, id_gt: $after }) { ...Listed }
    }
  `,
  [listed],
);

export const theseDisputesQuestion = graphql(
  `
    query TheseDisputes($ids: [Bytes!]!) {
      commitments(first: 500, where: { challenges_gt: 0, id_in: $ids }) { ...Listed }
    }
  `,
  [listed],
);

export const happenedQuestion = graphql(`
  query Happened($time: BigInt!) {
    activities(first: 1000, orderBy: at, orderDirection: desc, where: { at_gte: $time, commitment_not: null }) { name at commitment { id } }
  }
`);

export const disputeQuestion = graphql(`
  query Dispute($id: ID!) {
    commitment(id: $id) {
      id
      window
      firstStep
      steps
      preRoot
      postRoot
      cid
      status
      mark
      bond
      reward
      unsettled
      unopened
      committedAt
      challengeUntil
      settledAt
      finalRoot
      voidedCount
      toCommitter
      toChallengers
      toVoided
      burned
      tx
      parentHash
      committer { id }
      run {
        id
        hash
        seatStake
        jurorFee
        jury
        largerJury
        appealSeconds
        anchorCount
        lease { deadline }
      }
      disputes(orderBy: sealedAt) {
        id
        status
        root
        bond
        sealedAt
        openUntil
        openedAt
        waived
        outcome
        settledAt
        toChallenger
        toBeneficiary
        toCommitter
        burned
        challenger { id }
        arithmetic {
          openedAt
          by { id }
          match {
            id
            outcome
            phase
            due
            deadline
            startedAt
            endedAt
            byClock
            truth
            step
            operator
            log(first: 200, orderBy: number) { number kind side phase place value data at }
          }
        }
      }
      courtCase {
        round
        verdict
        talliedAt
        appealUntil
        waived
        resolvedAt
        rounds(orderBy: round) {
          round
          size
          seed
          seedBlock
          drawnAt
          seats
          committed
          revealed
          commitUntil
          revealUntil
          talliedAt
          verdict
          votes
          votesFor
        }
        jurors {
          id
          validator { id }
          round { round }
          stake
          settledAt
          fee
          burned
          ballot { hash committedAt revealedAt root leakedBy { id } }
        }
      }
      demand { status deadline kind fee }
      activities(first: 200, orderBy: at) { id name at block amount account { id } match { id } }
    }
  }
`);

export const stakeQuestion = graphql(`
  query Stake($id: ID!) {
    protocol(id: "1") { validators stake }
    validator(id: $id) {
      stake
      locked
      leaving
      leavingAt
      fees
      burned
      seats
      committed
      revealed
      joinedAt
      stakeChanges(first: 100, orderBy: at, orderDirection: desc) { id kind amount burned paid at tx }
      juries(first: 200, orderBy: drawnAt, orderDirection: desc) {
        id
        fee
        burned
        stake
        drawnAt
        settledAt
        round { round }
        ballot { root revealedAt leakedBy { id } }
        courtCase { id resolvedAt commitment { finalRoot status preRoot postRoot window firstStep steps run { id } } }
      }
    }
    account(id: $id) {
      balances(first: 20) { token credit credited withdrawn }
      payments(first: 100, orderBy: at, orderDirection: desc) { id kind token amount at tx }
    }
  }
`);

// What became final from some states: what ballots about them are judged by.
export const finalsQuestion = graphql(`
  query Finals($preRoots: [Bytes!]) {
    commitments(first: 1000, where: { status: Finalised, preRoot_in: $preRoots }) { preRoot postRoot firstStep steps run { id } }
  }
`);

export const dutiesQuestion = graphql(`
  query Duties($account: String!) {
    jurors(first: 100, where: { validator: $account, settledAt: null }) {
      id
      round { round }
      settledAt
      ballot { hash revealedAt leakedBy { id } }
      courtCase {
        id
        round
        talliedAt
        appealUntil
        resolvedAt
        rounds { round seed seedBlock seats committed revealed commitUntil revealUntil }
      }
    }
  }
`);

export const economicsQuestion = graphql(`
  query Economics {
    protocol(id: "1") { validators stake burned challenges rejected }
    runs(first: 100, orderBy: number, orderDirection: desc) {
      id
      seatStake
      jurorFee
      jury
      largerJury
      reward
      rewardToken
      rewardValue
      windowSteps
      maxPending
      headCount
      anchorCount
      log(first: 1, orderBy: committedBlock, orderDirection: desc) { bond }
    }
  }
`);

export const ballotsQuestion = graphql(`
  query Ballots($account: String!) {
    jurors(first: 100, orderBy: drawnAt, where: { validator: $account, settledAt: null }) {
      id
      round { round }
      stake
      settledAt
      ballot { hash revealedAt leakedBy { id } }
      courtCase {
        id
        round
        talliedAt
        appealUntil
        resolvedAt
        rounds { round seed seedBlock seats committed revealed commitUntil revealUntil }
        commitment { id window firstStep steps postRoot status finalRoot run { id } disputes(orderBy: sealedAt) { id root } }
      }
    }
  }
`);
